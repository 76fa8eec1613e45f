import RequiteFormats
import RequiteModel

/// What judged threads leave for their customers, as a file in the 256 buckets of (vendor, customer).
///
/// It carries the shuffle between the two passes of scoring: threads are judged in their own buckets, outcomes and
/// follow-ups are read back in their customers'.
public enum OutcomeFile {
  static let magic = Array("RQOUTC02".utf8)

  /// Writes outcomes and follow-ups made under the plan of `planDigest`; `vendors` are its vendor ids.
  public static func write(
    _ outcomes: [Outcome], _ followups: [Followup], vendors: [String], planDigest: String, to sink: some ByteSink
  ) throws {
    try write(parts: [outcomes], [followups], vendors: vendors, planDigest: planDigest, to: sink)
  }

  /// Writes outcomes and follow-ups that come in several parts, one after the other.
  public static func write(
    parts outcomes: [[Outcome]], _ followups: [[Followup]], vendors: [String], planDigest: String,
    to sink: some ByteSink
  ) throws {
    let hashes = vendors.map { Hash128($0) }
    let outcomes = BucketedRows(outcomes) { $0.customer.bucket(vendor: hashes[Int($0.vendor)]) }
    let followups = BucketedRows(followups) { $0.customer.bucket(vendor: hashes[Int($0.vendor)]) }
    var output = try BucketedOutput(sink: sink, magic: magic)
    var threads: [Outcome] = []
    var calls: [Followup] = []
    for bucket in 0..<Bucket.count {
      outcomes.copy(bucket, to: &threads)
      followups.copy(bucket, to: &calls)
      var writer = ByteWriter()
      append(threads.span, to: &writer)
      append(calls.span, to: &writer)
      try output.append(writer.bytes, rows: threads.count + calls.count)
    }
    try output.end(["schema": "requite.outcomes/2", "plan": .string(planDigest)])
  }

  private static func append(_ rows: Span<Outcome>, to writer: inout ByteWriter) {
    let attributes = rows.isEmpty ? 0 : rows[0].levels.count
    writer.append(UInt32(rows.count))
    writer.append(UInt32(attributes))
    NumberColumn.append(rows.count, to: &writer) { Int64(rows[$0].vendor) }
    NumberColumn.append(rows.count, to: &writer) { Int64(bitPattern: rows[$0].customer.high) }
    NumberColumn.append(rows.count, to: &writer) { Int64(bitPattern: rows[$0].customer.low) }
    NumberColumn.append(rows.count, to: &writer) { rows[$0].openedAt.seconds }
    NumberColumn.append(rows.count, to: &writer) { Int64(rows[$0].channel) }
    NumberColumn.append(rows.count, to: &writer) { (rows[$0].isMature ? 1 : 0) | (rows[$0].isTimed ? 2 : 0) }
    for place in 0..<ComponentCounts.width {
      NumberColumn.append(rows.count, to: &writer) { Int64(rows[$0].counts[place]) }
    }
    NumberColumn.append(rows.count, to: &writer) { Int64(bitPattern: rows[$0].digest.high) }
    NumberColumn.append(rows.count, to: &writer) { Int64(bitPattern: rows[$0].digest.low) }
    for attribute in 0..<attributes {
      NumberColumn.append(rows.count, to: &writer) { Int64(rows[$0].levels[attribute]) }
    }
  }

  private static func append(_ rows: Span<Followup>, to writer: inout ByteWriter) {
    writer.append(UInt32(rows.count))
    NumberColumn.append(rows.count, to: &writer) { Int64(rows[$0].vendor) }
    NumberColumn.append(rows.count, to: &writer) { Int64(bitPattern: rows[$0].customer.high) }
    NumberColumn.append(rows.count, to: &writer) { Int64(bitPattern: rows[$0].customer.low) }
    NumberColumn.append(rows.count, to: &writer) { rows[$0].at.seconds }
  }
}
