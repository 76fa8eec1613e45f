import RequiteFormats
import RequiteModel

/// A state as a file: the sums of some buckets, made under one plan.
///
/// Layout: magic, the plan's digest, which buckets are in it, the tallies by name (keys and values as columns), the curves by cell, a CRC-32 of all
/// before it. The bytes depend on the sums only.
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

  static let magic = Array("RQSTAT01".utf8)

  /// The state as bytes.
  public var document: [UInt8] {
    var writer = ByteWriter()
    writer.append(StateFile.magic)
    writer.append(text: planDigest)
    coverage.append(to: &writer)
    let tallies = tables.sortedTallies()
    writer.append(UInt32(tallies.count))
    for (name, tally) in tallies {
      writer.append(text: name)
      StateFile.append(tally, to: &writer)
    }
    let curves = tables.sortedCurves()
    writer.append(UInt32(curves.count))
    for (cell, bins) in curves {
      for word in cell.words { writer.append(word) }
      writer.append(UInt32(bins.count))
      NumberColumn.append(bins.map { Int64($0.seconds) }, to: &writer)
      NumberColumn.append(bins.map { Int64($0.answered) }, to: &writer)
      NumberColumn.append(bins.map { Int64($0.censored) }, to: &writer)
    }
    let checksum = writer.bytes.withUnsafeBytes { CRC32.checksum($0) }
    writer.append(checksum)
    return writer.bytes
  }

  private static func append(_ tally: Tally, to writer: inout ByteWriter) {
    let entries = tally.sorted()
    writer.append(UInt32(tally.keyWidth))
    writer.append(UInt32(tally.valueWidth))
    writer.append(UInt32(entries.count))
    for word in 0..<tally.keyWidth {
      NumberColumn.append(entries.map { Int64(bitPattern: $0.key[word]) }, to: &writer)
    }
    for place in 0..<tally.valueWidth { WideColumn.append(entries.map { $0.value[place] }, to: &writer) }
  }

  /// Reads a state from the bytes of the file called `name`.
  public init(document bytes: [UInt8], name: String) throws(DocumentFailure) {
    let magic = StateFile.magic
    guard bytes.count > magic.count + 4 else { throw .damaged(name) }
    guard Array(bytes.prefix(magic.count)) == magic else {
      throw .unknownFormat(name, found: "'\(String(decoding: bytes.prefix(magic.count), as: UTF8.self))'")
    }
    let body = Array(bytes.dropLast(4))
    var reader = ByteReader(bytes, document: name)
    _ = try reader.readBytes(body.count)
    guard try reader.read(UInt32.self) == body.withUnsafeBytes({ CRC32.checksum($0) }) else { throw .damaged(name) }
    reader = ByteReader(body, document: name)
    _ = try reader.readBytes(magic.count)
    planDigest = try reader.readText()
    coverage = try StateCoverage(from: &reader)
    tables = try StateFile.tables(&reader)
  }

  private static func tables(_ reader: inout ByteReader) throws(DocumentFailure) -> StateTables {
    var tables = StateTables()
    for _ in 0..<(try reader.readCount(ofItems: 16)) {
      let name = try reader.readText()
      tables.tallies[name] = try tally(&reader)
    }
    for _ in 0..<(try reader.readCount(ofItems: 20)) {
      let cell = Cell(words: [try reader.read(), try reader.read()])
      let count = try reader.readCount(ofItems: 0)
      let seconds = try reader.readColumn(count)
      let answered = try reader.readColumn(count)
      let censored = try reader.readColumn(count)
      var histogram = Histogram()
      for index in 0..<count {
        guard let s = UInt32(exactly: seconds[index]), let a = UInt32(exactly: answered[index]),
          let c = UInt32(exactly: censored[index])
        else { throw reader.damaged }
        histogram.add(.init(seconds: s, answered: a, censored: c))
      }
      tables.curves[cell] = histogram
    }
    return tables
  }

  private static func tally(_ reader: inout ByteReader) throws(DocumentFailure) -> Tally {
    let keyWidth = Int(try reader.read(UInt32.self))
    let valueWidth = Int(try reader.read(UInt32.self))
    let count = try reader.readCount(ofItems: 0)
    guard keyWidth <= 64, valueWidth <= 4096 else { throw reader.damaged }
    var keys: [[Int64]] = []
    for _ in 0..<keyWidth { keys.append(try reader.readColumn(count)) }
    var values: [[Int128]] = []
    for _ in 0..<valueWidth { values.append(try WideColumn.read(count, from: &reader)) }
    var tally = Tally(keyWidth: keyWidth, valueWidth: valueWidth)
    for index in 0..<count {
      tally.add(values.map { $0[index] }, to: keys.map { UInt64(bitPattern: $0[index]) })
    }
    return tally
  }
}

extension StateFile {
  /// Adds the sums of another state of the same plan; `name` is its file.
  ///
  /// - Throws: `DocumentFailure.otherPlan` for a state of another plan, or one that has a bucket that is in here already.
  public mutating func merge(_ other: StateFile, name: String) throws(DocumentFailure) {
    guard other.planDigest == planDigest, coverage.merge(other.coverage) else { throw .otherPlan(name) }
    tables.merge(other.tables)
  }
}
