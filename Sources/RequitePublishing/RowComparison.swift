import RequiteModel
import RequiteReporting

/// Compares the rows of two versions: where a diff gets its causes from.
public protocol RowComparison {
  /// What happened to the rows between both versions, in the usual order or in every one, or why nobody can say.
  ///
  /// - Throws: a failure only where stored bytes are damaged or cannot be read; ledgers that were collected or never kept
  ///   are an answer.
  func causes(from before: StoredVersion, to after: StoredVersion, inEveryOrder: Bool) throws -> VersionDiff.Causes

  /// The rows behind the numbers of `keys`; `nil` where causes are not known.
  func rows(
    of keys: Set<MeasureKey>, from before: StoredVersion, to after: StoredVersion
  ) throws -> (any CausedRows)?
}
