import RequiteFormats
import RequiteModel

/// A state as a file: the sums of some buckets, made under one plan.
///
/// Layout: magic, the plan's digest, which buckets are in it, the tallies by name (`TallyBlocks`), the curves by cell, a
/// CRC-32 of all before it. The bytes depend on the sums only, not on how they came together. A state lives for a night:
/// one of another format is not read, but made anew.
public struct StateFile: Sendable {
  /// The digest of the plan it was made under.
  public var planDigest: String
  /// The buckets that are in it.
  public var coverage: StateCoverage
  /// The sums.
  public var tables: StateTables

  /// Creates a state of some buckets.
  public init(planDigest: String, coverage: StateCoverage, tables: StateTables) {
    self.planDigest = planDigest
    self.coverage = coverage
    self.tables = tables
  }

  static let magic = Array("RQSTAT03".utf8)
  private static let checksumSize = 4

  /// Reads a state from the bytes of the file called `name`.
  public init(document bytes: [UInt8], name: String) throws(DocumentFailure) {
    var reader = try StateFile.reader(bytes, name)
    let planDigest = try reader.readText()
    self.init(planDigest: planDigest, coverage: try StateCoverage(from: &reader), tables: StateTables())
    try add(tablesFrom: &reader)
  }

  /// The whole file.
  public var document: [UInt8] {
    var bytes: [UInt8] = []
    forEachPart { bytes += $0 }
    return bytes
  }

  /// Calls `body` with the bytes of the file part by part, so that a large state is never there twice.
  public func forEachPart<Failure>(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var checksum: UInt32 = 0
    func pass(_ part: ByteWriter) throws(Failure) {
      let bytes = part.bytes
      checksum = CRC32.checksum(bytes.span, after: checksum)
      try body(bytes)
    }
    let tallies = tables.sortedTallies()
    try pass(head(tallyCount: tallies.count))
    for (name, tally) in tallies {
      var title = ByteWriter()
      title.append(text: name)
      try pass(title)
      try TallyBlocks.forEachPart(of: tally) { part throws(Failure) in try pass(part) }
    }
    try pass(curves)
    var end = ByteWriter()
    end.append(checksum)
    try body(end.bytes)
  }

  private func head(tallyCount: Int) -> ByteWriter {
    var writer = ByteWriter()
    writer.append(StateFile.magic)
    writer.append(text: planDigest)
    coverage.append(to: &writer)
    writer.append(UInt32(tallyCount))
    return writer
  }

  private var curves: ByteWriter {
    var writer = ByteWriter()
    let curves = tables.sortedCurves()
    writer.append(UInt32(curves.count))
    for (cell, bins) in curves {
      for word in cell.words { writer.append(word) }
      writer.append(UInt32(bins.count))
      NumberColumn.append(bins.map { Int64($0.seconds) }, to: &writer)
      NumberColumn.append(bins.map { Int64($0.answered) }, to: &writer)
      NumberColumn.append(bins.map { Int64($0.censored) }, to: &writer)
    }
    return writer
  }
}

extension StateFile {
  /// Adds the sums of another state of the same plan; `name` is its file.
  ///
  /// - Throws: `DocumentFailure.otherPlan` for a state of another plan, or one that has a bucket that is in here already.
  public mutating func merge(_ other: StateFile, name: String) throws(DocumentFailure) {
    try cover(other.coverage, planDigest: other.planDigest, name: name)
    tables.merge(other.tables)
  }

  /// Adds the sums of the state in the file called `name`, straight from its bytes.
  ///
  /// - Throws: as `merge` and `init` do. After damage that only shows behind a right checksum, part of it has been added.
  public mutating func merge(document bytes: [UInt8], name: String) throws(DocumentFailure) {
    var reader = try StateFile.reader(bytes, name)
    let digest = try reader.readText()
    try cover(StateCoverage(from: &reader), planDigest: digest, name: name)
    try add(tablesFrom: &reader)
  }

  private mutating func cover(_ other: StateCoverage, planDigest: String, name: String) throws(DocumentFailure) {
    guard planDigest == self.planDigest, coverage.merge(other) else { throw .otherPlan(name) }
  }

  /// What stands between magic and checksum, both of which are right.
  private static func reader(_ bytes: [UInt8], _ name: String) throws(DocumentFailure) -> ByteReader {
    guard bytes.count >= magic.count + checksumSize else { throw .damaged(name) }
    guard bytes.starts(with: magic) else {
      throw .unknownFormat(name, found: "'\(String(decoding: bytes.prefix(magic.count), as: UTF8.self))'")
    }
    let end = bytes.count - checksumSize
    var checksum = ByteReader(bytes, in: end..<bytes.count, document: name)
    let found = CRC32.checksum(bytes.span.extracting(..<end))
    guard try checksum.read(UInt32.self) == found else { throw .damaged(name) }
    return ByteReader(bytes, in: magic.count..<end, document: name)
  }

  private mutating func add(tablesFrom reader: inout ByteReader) throws(DocumentFailure) {
    for _ in 0..<(try reader.readCount(ofItems: 16)) {
      let name = try reader.readText()
      try TallyBlocks.read(from: &reader, into: &tables.tallies[name])
    }
    for _ in 0..<(try reader.readCount(ofItems: 20)) {
      try StateFile.readCurve(from: &reader, into: &tables)
    }
    guard reader.isAtEnd else { throw reader.damaged }
  }

  private static func readCurve(
    from reader: inout ByteReader, into tables: inout StateTables
  ) throws(DocumentFailure) {
    let cell = Cell(words: [try reader.read(), try reader.read()])
    let count = try reader.readCount(ofItems: 0)
    let seconds = try reader.readColumn(count)
    let answered = try reader.readColumn(count)
    let censored = try reader.readColumn(count)
    // Taken out, so that the cell is looked up once and not for every bin.
    var curve = tables.curves.removeValue(forKey: cell) ?? Histogram()
    defer { tables.curves[cell] = curve }
    for index in 0..<count {
      guard let s = UInt32(exactly: seconds[index]), let a = UInt32(exactly: answered[index]),
        let c = UInt32(exactly: censored[index])
      else { throw reader.damaged }
      curve.add(.init(seconds: s, answered: a, censored: c))
    }
  }
}
