/// The text of a dump, unwrapped.
///
///     let stream = try DumpStream(path: "surveys-2026-03-01.csv.gz") { digest.update($0) }
///     var reader = try RowReader(stream, format: .csv(separator: .comma))
///
/// Whether a file is gzip is told by its first bytes, not by its name. Only one disagreement is refused: a name that
/// ends in `.gz` on content that is not gzip, since something went wrong where that file was made. Files that are
/// evidently packed in another way are refused by name.
public final class DumpStream: ByteStream {
  /// What a dump may hold at most, unless told otherwise: 64 GiB of text.
  public static let defaultLimit = 64 << 30

  /// The file, for its size and to see whether it changed while it was read.
  public let file: InputFile
  /// Whether the file is gzip.
  public let isCompressed: Bool
  /// Bytes of text read so far.
  public private(set) var bytesRead = 0
  private let source: ObservedFile
  private var reader: any ByteStream

  /// Opens the dump at `path`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: the greatest length of its text, in bytes.
  ///   - besideParsing: whether a gzip file is decompressed by a second thread, ahead of who reads the text.
  ///   - observer: sees the bytes of the file, as they lie on the disk, in order, as they are read. With a second thread
  ///     it is called there; what it gathers may be looked at when the text has ended or this stream is gone.
  /// - Throws: ``FileFailure``, ``ContainerFailure``.
  public init(
    path: String, limit: Int = defaultLimit, besideParsing: Bool = false,
    observer: ((Span<UInt8>) -> Void)? = nil
  ) throws {
    file = try InputFile(path: path)
    source = ObservedFile(file, observer: observer)
    isCompressed = try Self.isGzip(file)
    let content: any ByteStream = isCompressed ? try GzipReader(source: source) : PlainReader(source: source)
    let limited = LimitedStream(content, of: source, limit: limit)
    let isAhead = besideParsing && isCompressed
    reader = (isAhead ? ReadAheadStream(limited, pieceSize: RowReader.defaultChunkSize) : nil) ?? limited
  }

  /// Adds the next bytes of the text to `room`.
  ///
  /// - Throws: ``FileFailure``, ``ContainerFailure``.
  public func read(into room: inout OutputSpan<UInt8>) throws {
    let start = room.count
    try reader.read(into: &room)
    bytesRead += room.count - start
  }

  /// Reads the rest of the file without unwrapping it, so that the observer has seen all of it.
  ///
  /// For a dump that is refused in the middle and still gets its digest recorded. No rows can be read afterwards.
  public func drain() throws {
    reader = PlainReader(source: source)  // a thread that reads ahead has ended now
    var piece = [UInt8](repeating: 0, count: 256 * 1024)
    while try reader.read(into: &piece) > 0 {}
  }

  private static func isGzip(_ file: InputFile) throws -> Bool {
    let leading = try [UInt8](capacity: FileSignature.length) { try file.read(into: &$0, at: 0) }
    guard !leading.isEmpty else { throw ContainerFailure(.empty, file.path) }
    switch FileSignature(leading: leading) {
    case .gzip: return true
    case .some(let kind): throw ContainerFailure(.looksLike(kind), file.path)
    case nil where file.path.utf8.reversed().starts(with: ".gz".utf8.reversed()):
      throw ContainerFailure(.notGzip, file.path)
    case nil: return false
    }
  }
}
