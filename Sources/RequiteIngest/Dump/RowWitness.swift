import RequiteFormats

/// What became of a canonical row, for somebody who watches a dump being read.
package struct RowWitness {
  /// What became of it.
  package enum Outcome: Hashable, Sendable {
    /// It counts, unless another row of the same id does in its place.
    case accepted
    /// It is left out on purpose, by this rule.
    case leftOut(String)
    /// It broke a rule.
    case setAside(Breach)
  }

  /// Where the row of the source stands.
  package let place: SourcePlace
  /// How many lines that is long.
  package let lineSpan: Int
  /// The canonical row; `nil` where there is none.
  ///
  /// Valid as long as the witness is asked.
  package let row: Row?
  /// What became of it.
  package let outcome: Outcome
}
