import RequiteCommand
import RequiteReporting

/// Compares the rows of two versions: where a diff gets its causes from.
protocol RowComparison {
  /// What happened to the rows between both versions, or why nobody can say.
  ///
  /// - Throws: a failure only where stored bytes are damaged or cannot be read; ledgers that were collected or never kept
  ///   are an answer.
  func causes(from before: StoredVersion, to after: StoredVersion) throws -> VersionDiff.Causes

  /// The rows behind single numbers; `nil` where causes are not known.
  func rows(from before: StoredVersion, to after: StoredVersion) throws -> (any CausedRows)?
}

/// Compares nothing: numbers differ without causes.
struct NoRowComparison: RowComparison {
  func causes(from before: StoredVersion, to after: StoredVersion) -> VersionDiff.Causes {
    .unknown("the rows of these versions are not kept")
  }

  func rows(from before: StoredVersion, to after: StoredVersion) -> (any CausedRows)? { nil }
}
