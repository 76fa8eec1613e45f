import RequiteFormats
import RequiteModel

/// What judged threads leave for their customers, as a file in the 256 buckets of (vendor, customer).
///
/// It carries the shuffle between the two passes of scoring: threads are judged in their own buckets, outcomes and
/// follow-ups are read back in their customers'.
public enum OutcomeFile {
  static let magic = Array("RQOUTC01".utf8)

  /// Writes outcomes and follow-ups made under the plan of `planDigest`; `vendors` are its vendor ids.
  public static func write(
    _ outcomes: [Outcome], _ followups: [Followup], vendors: [String], planDigest: String, to sink: some ByteSink
  ) throws {
    let hashes = vendors.map { Hash128($0) }
    var outcomesOf = Array(repeating: [Outcome](), count: Bucket.count)
    for row in outcomes { outcomesOf[row.customer.bucket(vendor: hashes[Int(row.vendor)])].append(row) }
    var followupsOf = Array(repeating: [Followup](), count: Bucket.count)
    for row in followups { followupsOf[row.customer.bucket(vendor: hashes[Int(row.vendor)])].append(row) }
    var output = try BucketedOutput(sink: sink, magic: magic)
    for bucket in 0..<Bucket.count {
      let rows = outcomesOf[bucket].count + followupsOf[bucket].count
      try output.append(encode(outcomesOf[bucket], followupsOf[bucket]), rows: rows)
    }
    try output.end(["schema": "requite.outcomes/1", "plan": .string(planDigest)])
  }

  private static func encode(_ outcomes: [Outcome], _ followups: [Followup]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(UInt32(outcomes.count))
    writer.append(UInt32(outcomes.first?.levels.count ?? 0))
    appendPeople(outcomes.map { ($0.vendor, $0.customer) }, to: &writer)
    NumberColumn.append(outcomes.map(\.openedAt.seconds), to: &writer)
    NumberColumn.append(outcomes.map { Int64($0.channel) }, to: &writer)
    NumberColumn.append(outcomes.map { ($0.isMature ? 1 : 0) | ($0.isTimed ? 2 : 0) }, to: &writer)
    for place in 0..<ComponentCounts.width {
      NumberColumn.append(outcomes.map { Int64($0.counts[place]) }, to: &writer)
    }
    NumberColumn.append(outcomes.map { Int64(bitPattern: $0.digest.high) }, to: &writer)
    NumberColumn.append(outcomes.map { Int64(bitPattern: $0.digest.low) }, to: &writer)
    for attribute in 0..<(outcomes.first?.levels.count ?? 0) {
      NumberColumn.append(outcomes.map { Int64($0.levels[attribute]) }, to: &writer)
    }
    writer.append(UInt32(followups.count))
    appendPeople(followups.map { ($0.vendor, $0.customer) }, to: &writer)
    NumberColumn.append(followups.map(\.at.seconds), to: &writer)
    return writer.bytes
  }

  private static func appendPeople(_ people: [(vendor: UInt32, customer: Pseudonym)], to writer: inout ByteWriter) {
    NumberColumn.append(people.map { Int64($0.vendor) }, to: &writer)
    NumberColumn.append(people.map { Int64(bitPattern: $0.customer.high) }, to: &writer)
    NumberColumn.append(people.map { Int64(bitPattern: $0.customer.low) }, to: &writer)
  }
}
