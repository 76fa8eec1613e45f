import RequiteModel

/// Decides what of a ledger is copied.
protocol CopyFilter {
  /// Whose fact it is in the copy; `nil` for a fact that is not copied.
  mutating func customer(of fact: some CustomerFact) -> Pseudonym?
  /// Whether a line of a crosswalk is copied.
  mutating func passes(_ row: CrosswalkRow) -> Bool
}
