import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteModel
import RequitePublishing
import RequiteReporting

/// Prints the latest version for the person who ran the night.
struct SummaryStage {
  let out: String
  let nothingRan: Bool

  func run() throws {
    let store = VersionStore("\(out)/reports")
    let version = try store.resolve("latest")
    let report = try PublishedReport(version: version).report(previous: previous(in: store))
    let output = StandardOutput()
    try output.write(
      TerminalSummary.text(
        of: report, path: "\(out)/reports/latest/index.html", outcome: try outcome(version, in: store),
        color: Terminal.output.usesColor(.auto), courses: try VersionIndex(store: store).courses(to: version.id)))
    try output.flush()
  }

  private func previous(in store: VersionStore) throws -> PreviousVersion? {
    guard let version = try? store.resolve("latest~1") else { return nil }
    return PreviousVersion(version: version.id, measures: try PublishedReport(version: version).measures(.headlines))
  }

  /// Whether this night brought the version, or found it there.
  private func outcome(_ version: VersionStore.Version, in store: VersionStore) throws -> TerminalSummary.Outcome {
    guard try nothingRan || store.lastOutcome() == .unchanged else { return .new }
    return .unchanged(since: try (store.latestMovedAt() ?? version.publishedAt)?.description)
  }
}
