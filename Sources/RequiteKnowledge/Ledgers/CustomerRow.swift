import RequiteDocuments
import RequiteModel

/// A fact about a customer of a vendor, as it is read from ledgers: an event, a response or a year's revenue.
protocol CustomerRow: Fact, BitwiseCopyable {
  /// The kind of dump it comes in.
  static var dumpKind: DumpKind { get }
  /// Code of the vendor.
  var vendor: UInt32 { get }
  /// The customer.
  var customer: Pseudonym { get }

  /// Appends the facts of one bucket of a ledger to `rows`, their ids and levels in `arena`.
  static func append(from ledger: FactReader, bucket: Int, to rows: inout [Self], arena: FactArena) throws
}

extension Interaction: CustomerRow {
  static var dumpKind: DumpKind { .interactions }

  static func append(from ledger: FactReader, bucket: Int, to rows: inout [Interaction], arena: FactArena) throws {
    try ledger.appendInteractions(of: bucket, to: &rows, arena: arena)
  }
}

extension Response: CustomerRow {
  static var dumpKind: DumpKind { .surveys }

  static func append(from ledger: FactReader, bucket: Int, to rows: inout [Response], arena: FactArena) throws {
    try ledger.appendResponses(of: bucket, to: &rows, arena: arena)
  }
}

extension Revenue: CustomerRow {
  static var dumpKind: DumpKind { .revenue }

  static func append(from ledger: FactReader, bucket: Int, to rows: inout [Revenue], arena: FactArena) throws {
    rows += try ledger.revenues(bucket: bucket)
  }
}
