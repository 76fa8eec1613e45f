import RequiteFormats
import RequiteModel

/// Writes down everything that is made of a dump's rows.
final class RowLog: RowSink, ByteSink {
  /// All numbers of all rows.
  private(set) var numbers: [Int64] = []
  /// All ids, and what was written to the quarantine.
  private(set) var bytes: [UInt8] = []
  private(set) var rows: Int64 = 0

  func append(_ row: InteractionRow, id: Bytes, levels: [UInt32]) {
    take(row.thread)
    take(row.customer)
    take(row.agent)
    numbers += [row.at, row.due, row.value, row.revision, Int64(row.vendor), Int64(row.channel), Int64(row.direction)]
    numbers += [Int64(row.kind), row.isAutomated ? 1 : 0, row.isPublic ? 1 : 0]
    end(id, levels)
  }

  func append(
    _ row: ResponseRow, bucket: Int, id: Bytes, levels: [UInt32]
  ) {
    take(row.customer)
    take(row.account)
    take(row.survey)
    numbers += [row.score, row.votes, row.respondedAt, row.invitedAt, row.weight, row.revision, Int64(row.vendor)]
    numbers += [Int64(row.scale), Int64(row.channel), Int64(row.stratum), Int64(row.instrument), Int64(row.status)]
    numbers.append(Int64(bucket))
    end(id, levels)
  }

  func append(_ row: RevenueRow, bucket: Int) {
    take(row.customer)
    numbers += [row.amountMinor, Int64(row.vendor), Int64(row.year), Int64(row.acquiredBy), Int64(bucket)]
    rows += 1
  }

  func append(_ row: CrosswalkRow) {
    row.forEachKey(take)
    take(row.customer)
    rows += 1
  }

  func append(_ row: ErasureRow) {
    take(row.customer)
    numbers.append(Int64(row.vendor))
    rows += 1
  }

  func write(_ bytes: Span<UInt8>) {
    self.bytes.append(copying: bytes)
  }

  private func take(_ hash: Hash128) {
    numbers += [Int64(bitPattern: hash.high), Int64(bitPattern: hash.low)]
  }

  private func take(_ person: Pseudonym) {
    numbers += [Int64(bitPattern: person.high), Int64(bitPattern: person.low)]
  }

  private func end(_ id: Bytes, _ levels: [UInt32]) {
    numbers += levels.map(Int64.init)
    bytes += id
    bytes.append(0x0A)
    rows += 1
  }
}
