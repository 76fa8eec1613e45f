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
    var reader = try file.block(bucket)
    let count = try reader.readCount(ofItems: 0)
    let attributes = try reader.readCount(ofItems: 0)
    let outcomes = try outcomes(count, attributes, &reader, to: arena)
    let followups = try followups(try reader.readCount(ofItems: 0), &reader)
    return (outcomes, followups)
  }

  private func outcomes(
    _ count: Int, _ attributes: Int, _ reader: inout ByteReader, to arena: FactArena
  ) throws(DocumentFailure) -> [Outcome] {
    let people = try People(count, from: &reader)
    let opened = try reader.readColumn(count)
    let channels = try reader.readColumn(count)
    let flags = try reader.readColumn(count)
    var counts: [[Int64]] = []
    for _ in 0..<ComponentCounts.width { counts.append(try reader.readColumn(count)) }
    let highs = try reader.readColumn(count)
    let lows = try reader.readColumn(count)
    var levels: [[Int64]] = []
    for _ in 0..<attributes { levels.append(try reader.readColumn(count)) }
    return (0..<count).map { index in
      var outcome = Outcome(
        vendor: people.vendor(index), customer: people.customer(index), openedAt: Instant(seconds: opened[index]),
        channel: UInt32(truncatingIfNeeded: channels[index]),
        levels: arena.keep(levels.map { UInt32(truncatingIfNeeded: $0[index]) }),
        digest: Hash128(high: UInt64(bitPattern: highs[index]), low: UInt64(bitPattern: lows[index])))
      outcome.isMature = flags[index] & 1 != 0
      outcome.isTimed = flags[index] & 2 != 0
      for place in 0..<ComponentCounts.width {
        outcome.counts[place] = UInt32(truncatingIfNeeded: counts[place][index])
      }
      return outcome
    }
  }

  private func followups(_ count: Int, _ reader: inout ByteReader) throws(DocumentFailure) -> [Followup] {
    let people = try People(count, from: &reader)
    let times = try reader.readColumn(count)
    return (0..<count).map { index in
      Followup(vendor: people.vendor(index), customer: people.customer(index), at: Instant(seconds: times[index]))
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
