import RequiteCommand
import RequiteKnowledge
import RequiteModel
import RequiteReporting

/// The version a page is read against, and what moved the numbers since.
///
/// A night never fails for a version that it only wants to compare with: causes that cannot be had are left out, and
/// the reason is at hand.
public struct VersionBefore {
  /// Its numbers, of vendors as a whole.
  public let previous: PreviousVersion
  /// What moved, number by number; without causes where the rows cannot be compared.
  public let movement: VersionDiff

  /// Compares `after`, which is about to be published, with `before`.
  ///
  /// - Parameters:
  ///   - before: the version that was published last.
  ///   - after: the new one; of its numbers, those of whole vendors suffice.
  ///   - knowledge: what the new version knows.
  /// - Throws: 5 where the table of `before` is not what was published; 74 where it cannot be read.
  public init(_ before: VersionStore.Version, to after: ComparedVersion, knowing knowledge: KnownSide) throws {
    let version = try StoredVersion(before, part: .wholes)
    previous = PreviousVersion(version: before.id, measures: version.measures)
    let causes: VersionDiff.Causes
    do {
      causes = try LedgerComparison().causes(from: version, to: knowledge)
    } catch {
      causes = .unknown("the ledgers of version \(before.id) cannot be compared: \(Failure(error).what)")
    }
    movement = VersionDiff(from: version.compared, to: after, causes: causes)
  }
}
