import RequiteModel

/// Reads the facts of one ledger with the codes of one plan, bucket by bucket.
public struct FactReader {
  private let ledger: LedgerReader
  private let codes: PlanCodes
  private let links: IdentityLinks?
  private let resting: BucketSet

  /// Looks everything that `ledger` names up in `plan`, once.
  ///
  /// With `links` events are of the persons whom their customers' ids mean. Responses and revenue stand in the bucket of
  /// their customer, and are linked by a copy of their ledger (`LinkedLedger`).
  ///
  /// - Parameters:
  ///   - ledger: the ledger.
  ///   - plan: whose codes are used.
  ///   - links: what crosswalks say; `nil` where there are none.
  ///   - resting: buckets whose rows nothing rests on; they read as if they were empty.
  public init(
    _ ledger: LedgerReader, plan: Plan, links: IdentityLinks? = nil, resting: BucketSet = BucketSet()
  ) throws {
    self.ledger = ledger
    self.links = links
    self.resting = resting
    codes = try PlanCodes(
      ledger.footer.dictionaries, attributes: ledger.footer.kind.hasAttributes ? ledger.footer.attributes : nil,
      plan: plan, document: ledger.name)
  }

  /// Appends the events of one bucket to `rows`, their ids and levels in `arena`; none of a ledger of another kind.
  public func appendInteractions(of bucket: Int, to rows: inout [Interaction], arena: FactArena) throws {
    try events(of: bucket)?.append(to: &rows, arena: arena)
  }

  /// The events of one bucket, column by column; `nil` where there are none.
  package func events(of bucket: Int) throws -> EventColumns? {
    guard holds(.interactions, in: bucket) else { return nil }
    var reader = try ledger.block(bucket)
    return try EventColumns(from: &reader, codes, ledger.agents, links)
  }

  /// Appends the responses of one bucket to `rows`, their ids and levels in `arena`; none of a ledger of another kind.
  public func appendResponses(of bucket: Int, to rows: inout [Response], arena: FactArena) throws {
    try responses(of: bucket)?.append(to: &rows, arena: arena)
  }

  /// The responses of one bucket, column by column; `nil` where there are none.
  package func responses(of bucket: Int) throws -> ResponseColumns? {
    guard holds(.surveys, in: bucket) else { return nil }
    var reader = try ledger.block(bucket)
    return try ResponseColumns(from: &reader, codes)
  }

  /// The revenue of one bucket; empty for a ledger of another kind.
  public func revenues(bucket: Int) throws -> [Revenue] {
    guard holds(.revenue, in: bucket) else { return [] }
    var reader = try ledger.block(bucket)
    return try RevenueBlock.decode(&reader, codes.vendors)
  }

  private func holds(_ kind: DumpKind, in bucket: Int) -> Bool {
    ledger.footer.kind == kind && ledger.footer.buckets[bucket].rows > 0 && !resting.contains(bucket)
  }
}
