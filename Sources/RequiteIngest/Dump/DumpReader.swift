import RequiteFormats
import RequiteModel

/// Reads one dump: every row is accepted into a sink, left out, or set aside with its place and the first rule it broke.
public final class DumpReader {
  private let name: DumpName
  private let settings: IngestSettings
  private let quarantine: any ByteSink
  private let adapter: Adapter?
  private let zoneFolder: String
  private let chunkSize: Int
  private var reading = DumpReading()
  private var adapted: AdaptedText?
  /// Sees what becomes of every row, and says whether to go on.
  package var witness: ((RowWitness) -> Bool)?
  /// Sees how many bytes of the file were read, piece by piece, on the thread that reads them.
  public var observer: ((Int64) -> Void)?

  /// Prepares to read a dump.
  ///
  /// - Parameters:
  ///   - name: what the dump is called, which says what it holds.
  ///   - settings: what the operator decided.
  ///   - quarantine: takes the lines of the quarantine file, header first, as soon as there is one.
  public convenience init(name: DumpName, settings: IngestSettings, quarantine: any ByteSink) {
    self.init(name: name, settings: settings, quarantine: quarantine, adapter: nil)
  }

  /// Prepares to read a dump of another layout than the canonical one, through `adapter`.
  package init(
    name: DumpName, settings: IngestSettings, quarantine: any ByteSink, adapter: Adapter?,
    zoneFolder: String = Zone.standardFolder, chunkSize: Int = RowReader.defaultChunkSize
  ) {
    self.name = name
    self.settings = settings
    self.quarantine = quarantine
    self.adapter = adapter
    self.zoneFolder = zoneFolder
    self.chunkSize = chunkSize
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
      let layout = adapter?.source ?? SourceLayout(canonical: name.format)
      let text = try SourceText(path: path, layout: layout, besideParsing: besideParsing) { [observer] in
        digest.value.update($0)
        observer?(Int64($0.count))
      }
      try read(text, layout, people: people, into: sink)
      reading.isStillGrowing = try text.file.file.hasChanged()
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

  private func read(_ text: SourceText, _ source: SourceLayout, people: People, into sink: any RowSink) throws {
    var reader = try RowReader(text.stream, format: source.format, chunkSize: chunkSize)
    let layout = Layout(of: name.kind)
    let fields = FieldMap(layout, attributes: name.kind.hasAttributes ? settings.attributes : [])
    if let adapter {
      adapted = try AdaptedText(
        text, adapter, &reader, fields: fields, attributes: settings.attributes, zoneFolder: zoneFolder)
    } else {
      try checkHeader(reader, layout)
      reader.want(fields.wanted)
    }
    let limit = TimeLimit(dumpDate: name.date ?? Instant(nanoseconds: text.file.file.status.modifiedNanoseconds))
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
    case .crosswalk:
      var parser = CrosswalkParser(fields: fields)
      try readRows(&reader, &parser, people, into: sink)
    case .erasures:
      var parser = ErasureParser(fields: fields)
      try readRows(&reader, &parser, people, into: sink)
    }
    reading.bytes = Int64(text.file.bytesRead)
    reading.unknownColumns = adapted?.unusedColumns ?? unknownColumns(reader, layout)
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
    if let adapted { return try readRows(&reader, through: adapted, &parser, people, into: sink) }
    if witness != nil { return try showRows(&reader, &parser, people, into: sink) }
    while let row = try reader.next() {
      if let fault = row.fault {
        try setAside(SourcePlace(row), Breach(fault, column: reader.column(of: fault)))
        continue
      }
      do {
        if let exclusion = try parser.parse(row, people, to: sink) { leaveOut(exclusion.rawValue) }
      } catch let breach as Breach {
        try setAside(SourcePlace(row), breach)
      }
    }
    reading.lines = Int64(reader.lines)
    reading.read = Int64(reader.rows)
    try finish(&parser, people, into: sink)
  }

  private func finish(_ parser: inout some RowParser, _ people: People, into sink: any RowSink) throws {
    try parser.finish(people, to: sink)
    reading.dictionaries = parser.dictionaries
  }

  private func leaveOut(_ rule: String) {
    reading.filtered += 1
    reading.rules[rule, default: 0] += 1
  }

  private func setAside(_ row: SourcePlace, _ breach: Breach) throws {
    if reading.quarantined == 0 { try quarantine.write(QuarantineEntry.header) }
    reading.quarantined += 1
    reading.rules[breach.rule, default: 0] += 1
    let entry = QuarantineEntry(
      line: row.line, byteOffset: row.byteOffset, byteLength: row.byteLength, rule: breach.rule, field: breach.field)
    try quarantine.write(entry.text)
  }
}

// MARK: - Other layouts

extension DumpReader {
  /// Reads a dump through an adapter.
  ///
  /// What counts as read are the canonical rows: all those that a row of the source becomes, and one for a row of the
  /// source that becomes none.
  private func readRows(
    _ reader: inout RowReader, through adapted: AdaptedText, _ parser: inout some RowParser, _ people: People,
    into sink: any RowSink
  ) throws {
    var goesOn = true
    while goesOn, let row = try reader.next() {
      let place = adapted.text.place(of: row)
      if let fault = row.fault {
        reading.read += 1
        let breach = Breach(fault, column: nil)
        try setAside(place, breach)
        goesOn = shows(place, nil, .setAside(breach), row.lineSpan)
        continue
      }
      adapted.adaptation.begin()
      goesOn = try take(row, at: place, adapted.adaptation, &parser, people, into: sink)
    }
    reading.lines = Int64(adapted.text.lines(reader.lines))
    try finish(&parser, people, into: sink)
  }

  /// Takes everything that becomes of one row of the source.
  private func take(
    _ row: Row, at place: SourcePlace, _ adaptation: Adaptation, _ parser: inout some RowParser, _ people: People,
    into sink: any RowSink
  ) throws -> Bool {
    var goesOn = true
    while goesOn {
      switch adaptation.next(row) {
      case .row(let made):
        reading.read += 1
        goesOn = try take(made, at: place, row.lineSpan, &parser, people, into: sink)
      case .breach(let breach):
        reading.read += 1
        try setAside(place, breach)
        goesOn = shows(place, nil, .setAside(breach), row.lineSpan)
      case .left(let rule):
        reading.read += 1
        leaveOut(rule)
        goesOn = shows(place, nil, .leftOut(rule), row.lineSpan)
      case .end: return true
      }
    }
    return false
  }

  /// Takes a canonical row.
  private func take(
    _ row: Row, at place: SourcePlace, _ lineSpan: Int, _ parser: inout some RowParser, _ people: People,
    into sink: any RowSink
  ) throws -> Bool {
    do {
      guard let exclusion = try parser.parse(row, people, to: sink) else {
        return shows(place, row, .accepted, lineSpan)
      }
      leaveOut(exclusion.rawValue)
      return shows(place, row, .leftOut(exclusion.rawValue), lineSpan)
    } catch let breach as Breach {
      try setAside(place, breach)
      return shows(place, row, .setAside(breach), lineSpan)
    }
  }

  /// Reads a dump of the canonical layout for somebody who wants to see what becomes of its rows.
  private func showRows(
    _ reader: inout RowReader, _ parser: inout some RowParser, _ people: People, into sink: any RowSink
  ) throws {
    var goesOn = true
    while goesOn, let row = try reader.next() {
      reading.read += 1
      let place = SourcePlace(row)
      if let fault = row.fault {
        let breach = Breach(fault, column: reader.column(of: fault))
        try setAside(place, breach)
        goesOn = shows(place, nil, .setAside(breach), row.lineSpan)
      } else {
        goesOn = try take(row, at: place, row.lineSpan, &parser, people, into: sink)
      }
    }
    reading.lines = Int64(reader.lines)
    try finish(&parser, people, into: sink)
  }

  @inline(__always)
  private func shows(_ place: SourcePlace, _ row: Row?, _ outcome: RowWitness.Outcome, _ lineSpan: Int) -> Bool {
    guard let witness else { return true }
    return witness(RowWitness(place: place, lineSpan: lineSpan, row: row, outcome: outcome))
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
