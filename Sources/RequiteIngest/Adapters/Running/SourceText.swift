import RequiteFormats

/// The text of a source as rows are read from it: UTF-8, one record after the other.
struct SourceText {
  /// The file.
  let file: DumpStream
  /// The text.
  let stream: any ByteStream
  /// The streams that rewrite it on the way, the last one first.
  private let rewriting: [any RewritingStream]

  /// Opens the file at `path`.
  init(
    path: String, layout: SourceLayout, besideParsing: Bool = false,
    observer: ((Span<UInt8>) -> Void)? = nil
  ) throws {
    file = try DumpStream(path: path, besideParsing: besideParsing, observer: observer)
    var stream: any ByteStream = file
    var rewriting: [any RewritingStream] = []
    if layout.encoding != .utf8 {
      let transcoded = TranscodedStream(stream, from: layout.encoding)
      rewriting.insert(transcoded, at: 0)
      stream = transcoded
    }
    if case .jsonArray(let path, let isAssignment) = layout.rows {
      let records = JSONRecordStream(stream, path: path, isAssignment: isAssignment)
      rewriting.insert(records, at: 0)
      stream = records
    }
    self.stream = stream
    self.rewriting = rewriting
  }

  /// Where a row stands in the file; to be asked of every row.
  func place(of row: Row) -> SourcePlace {
    rewriting.isEmpty ? SourcePlace(row) : rewriting.reduce(SourcePlace(row)) { $1.place(before: $0) }
  }

  /// Physical lines read, where the reader of rows counted `lines`.
  func lines(_ lines: Int) -> Int {
    rewriting.lazy.compactMap { $0 as? JSONRecordStream }.first?.lines ?? lines
  }
}
