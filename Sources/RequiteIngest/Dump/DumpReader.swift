import RequiteFormats
import RequiteModel

/// Reads one dump: every row is accepted into a sink, left out, or set aside with its place and the first rule it broke.
public final class DumpReader {
  private let name: DumpName
  private let settings: IngestSettings
  private let quarantine: any ByteSink
  private var reading = DumpReading()

  /// Prepares to read a dump.
  ///
  /// - Parameters:
  ///   - name: what the dump is called, which says what it holds.
  ///   - settings: what the operator decided.
  ///   - quarantine: takes the lines of the quarantine file, header first, as soon as there is one.
  public init(name: DumpName, settings: IngestSettings, quarantine: any ByteSink) {
    self.name = name
    self.settings = settings
    self.quarantine = quarantine
  }

  /// Reads the file at `path` into `sink`.
  ///
  /// With `besideParsing` a second thread decompresses the file meanwhile, which changes nothing else.
  ///
  /// A dump that cannot be used is no error but a reading with a `refusal`; what `sink` took must then be thrown away.
  ///
  /// - Throws: what the file system refuses (`FileFailure`), and whatever `sink` and the quarantine throw.
  public func read(
    path: String, besideParsing: Bool = false, people: People, into sink: any RowSink
  ) throws -> DumpReading {
    let digest = DigestBox()
    do {
      let stream = try DumpStream(path: path, besideParsing: besideParsing) { digest.value.update($0) }
      try read(stream, people: people, into: sink)
      reading.isStillGrowing = try stream.file.hasChanged()
    } catch let failure as ContainerFailure {
      reading.refusal = Refusal(failure)
    } catch let failure as LayoutFailure {
      reading.refusal = Refusal(failure)
    } catch let refusal as Refusal {
      reading.refusal = refusal
    }
    reading.sha256 = reading.refusal == nil ? digest.value.hex() : try SHA256Digest.hex(ofFile: path)
    return reading
  }

  private func read(_ stream: DumpStream, people: People, into sink: any RowSink) throws {
    var reader = try RowReader(stream, format: name.format == .csv ? .csv(separator: .comma) : .jsonLines)
    let layout = Layout(of: name.kind)
    try checkHeader(reader, layout)
    let fields = FieldMap(layout, attributes: name.kind.hasAttributes ? settings.attributes : [])
    reader.want(fields.wanted)
    let limit = TimeLimit(dumpDate: name.date ?? Instant(nanoseconds: stream.file.status.modifiedNanoseconds))
    switch name.kind {
    case .surveys:
      var parser = ResponseParser(fields: fields, attributes: settings.attributes, limit: limit)
      try readRows(&reader, &parser, people, into: sink)
    case .interactions:
      var parser = InteractionParser(fields: fields, attributes: settings.attributes, limit: limit)
      try readRows(&reader, &parser, people, into: sink)
    case .revenue:
      var parser = RevenueParser(fields: fields)
      try readRows(&reader, &parser, people, into: sink)
    case .erasures:
      var parser = ErasureParser(fields: fields)
      try readRows(&reader, &parser, people, into: sink)
    }
    reading.bytes = Int64(stream.bytesRead)
    reading.unknownColumns = unknownColumns(reader, layout)
    if settings.ceiling.isExceeded(by: reading.quarantined, of: reading.read) {
      throw Refusal(quarantined: reading.quarantined, of: reading.read)
    }
  }

  private func checkHeader(_ reader: borrowing RowReader, _ layout: Layout) throws {
    let required = layout.required.map(\.rawValue)
    do {
      try reader.require(required)
    } catch {
      if let found = Layout.kind(holding: reader.header) {
        throw Refusal(wrongKind: found.rawValue, expected: name.kind.rawValue)
      }
      throw error
    }
  }

  private func unknownColumns(_ reader: borrowing RowReader, _ layout: Layout) -> [String] {
    let known = Set((layout.read + layout.ignored).map(\.rawValue) + settings.attributes)
    return reader.unwanted.filter { !known.contains($0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func readRows(
    _ reader: inout RowReader, _ parser: inout some RowParser, _ people: People, into sink: any RowSink
  ) throws {
    while let row = try reader.next() {
      if let fault = row.fault {
        try setAside(row, Breach(fault, column: reader.column(of: fault)))
        continue
      }
      do {
        if let exclusion = try parser.parse(row, people, to: sink) {
          reading.filtered += 1
          reading.rules[exclusion.rawValue, default: 0] += 1
        }
      } catch let breach as Breach {
        try setAside(row, breach)
      }
    }
    reading.lines = Int64(reader.lines)
    reading.read = Int64(reader.rows)
    reading.dictionaries = parser.dictionaries
  }

  private func setAside(_ row: Row, _ breach: Breach) throws {
    if reading.quarantined == 0 { try quarantine.write(QuarantineEntry.header) }
    reading.quarantined += 1
    reading.rules[breach.rule, default: 0] += 1
    let entry = QuarantineEntry(
      line: row.line, byteOffset: row.byteOffset, byteLength: row.byteLength, rule: breach.rule, field: breach.field)
    try quarantine.write(entry.text)
  }
}

/// A digest that a closure can feed.
private final class DigestBox {
  var value = SHA256Digest()
}

extension Instant {
  fileprivate init(nanoseconds: Int64) {
    self.init(seconds: nanoseconds / 1_000_000_000)
  }
}
