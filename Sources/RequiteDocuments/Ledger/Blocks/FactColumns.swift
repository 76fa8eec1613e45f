import RequiteModel

/// The facts of one bucket of a ledger, column by column: what can be looked at before any row is decoded.
package protocol FactColumns {
  /// A decoded fact.
  associatedtype Row

  /// How many rows there are.
  var count: Int { get }

  /// Appends all rows, in ledger order, their ids and levels in `arena`.
  func append(to rows: inout [Row], arena: FactArena) throws(DocumentFailure)

  /// Appends some rows, in ledger order, their ids and levels in `arena`.
  ///
  /// - Parameter chosen: the numbers of the rows, ascending; of a thread all or none.
  func append(_ chosen: [UInt32], to rows: inout [Row], arena: FactArena) throws(DocumentFailure)

  /// Appends the identities of all rows.
  func appendIdentities(to identities: inout [Hash128], arena: FactArena) throws(DocumentFailure)
}

extension EventColumns: FactColumns {}
extension ResponseColumns: FactColumns {}
