import RequiteFormats
import RequiteModel

/// Reads an outcome file, bucket by bucket.
public struct OutcomeReader: Sendable {
  private let file: BucketedInput

  /// Opens the file at `path`, which must have been made under the plan of `planDigest`.
  public init(path: String, planDigest: String) throws {
    file = try BucketedInput(path: path, magic: OutcomeFile.magic)
    guard file.footer["plan"]?.string == planDigest else { throw DocumentFailure.otherPlan(file.name) }
  }

  /// The outcomes and follow-ups of one bucket.
  public func rows(bucket: Int, to arena: FactArena) throws -> (outcomes: [Outcome], followups: [Followup]) {
    var (outcomes, followups) = ([Outcome](), [Followup]())
    try read(bucket: bucket, to: arena, outcomes: &outcomes, followups: &followups)
    return (outcomes, followups)
  }

  /// Appends the outcomes and follow-ups of one bucket, as they meet those of other files.
  public func read(
    bucket: Int, to arena: FactArena, outcomes: inout [Outcome], followups: inout [Followup]
  ) throws {
    var reader = try file.block(bucket)
    let count = try reader.readCount(ofItems: 0)
    let attributes = try reader.readCount(ofItems: 1)
    let first = outcomes.count
    try OutcomeReader.append(count, from: &reader, to: &outcomes)
    try OutcomeReader.readLevels(attributes, &reader, to: arena, of: &outcomes, from: first)
    try OutcomeReader.append(try reader.readCount(ofItems: 0), from: &reader, to: &followups)
  }

  /// Everything of outcomes but their levels.
  private static func append(
    _ count: Int, from reader: inout ByteReader, to outcomes: inout [Outcome]
  ) throws(DocumentFailure) {
    let people = try People(count, from: &reader)
    let opened = try reader.readColumn(count)
    let channels = try reader.readColumn(count)
    let flags = try reader.readColumn(count)
    let first = outcomes.count
    outcomes.reserve(count)
    for index in 0..<count {
      var outcome = Outcome(
        vendor: people.vendor(index), customer: people.customer(index), openedAt: Instant(seconds: opened[index]),
        channel: UInt32(truncatingIfNeeded: channels[index]), levels: FactLevels(), digest: .start)
      outcome.isMature = flags[index] & 1 != 0
      outcome.isTimed = flags[index] & 2 != 0
      outcomes.append(outcome)
    }
    for place in 0..<ComponentCounts.width {
      let column = try reader.readColumn(count)
      for index in 0..<count { outcomes[first + index].counts[place] = UInt32(truncatingIfNeeded: column[index]) }
    }
    let highs = try reader.readColumn(count)
    let lows = try reader.readColumn(count)
    for index in 0..<count {
      outcomes[first + index].digest = Hash128(
        high: UInt64(bitPattern: highs[index]), low: UInt64(bitPattern: lows[index]))
    }
  }

  private static func readLevels(
    _ attributes: Int, _ reader: inout ByteReader, to arena: FactArena, of outcomes: inout [Outcome], from first: Int
  ) throws(DocumentFailure) {
    guard attributes > 0 else { return }
    let count = outcomes.count - first
    let levels = LevelTable(count, attributes: attributes, in: arena)
    for attribute in 0..<attributes {
      let column = try reader.readColumn(count)
      for index in 0..<count { levels[index, attribute] = UInt32(truncatingIfNeeded: column[index]) }
    }
    for index in 0..<count { outcomes[first + index].levels = levels.levels(of: index) }
  }

  private static func append(
    _ count: Int, from reader: inout ByteReader, to followups: inout [Followup]
  ) throws(DocumentFailure) {
    let people = try People(count, from: &reader)
    let times = try reader.readColumn(count)
    followups.reserve(count)
    for index in 0..<count {
      followups.append(
        Followup(vendor: people.vendor(index), customer: people.customer(index), at: Instant(seconds: times[index])))
    }
  }

  /// The vendor and the customer of each row.
  private struct People {
    private let vendors: [Int64]
    private let highs: [Int64]
    private let lows: [Int64]

    init(_ count: Int, from reader: inout ByteReader) throws(DocumentFailure) {
      vendors = try reader.readColumn(count)
      highs = try reader.readColumn(count)
      lows = try reader.readColumn(count)
    }

    func vendor(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: vendors[index]) }

    func customer(_ index: Int) -> Pseudonym {
      Pseudonym(high: UInt64(bitPattern: highs[index]), low: UInt64(bitPattern: lows[index]))
    }
  }
}

extension Array {
  /// Makes room for more elements; grows in steps, so that many small additions stay cheap.
  fileprivate mutating func reserve(_ more: Int) {
    if capacity < count + more { reserveCapacity(Swift.max(2 * count, count + more)) }
  }
}
