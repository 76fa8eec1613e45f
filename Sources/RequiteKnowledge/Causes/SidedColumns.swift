import RequiteDocuments

/// The rows of one bucket of a ledger before they are decoded, and which side takes them into account.
struct SidedColumns<Columns> {
  /// The ledger.
  let ledger: BothSides.Ledger
  /// Its rows of the bucket.
  let columns: Columns
}
