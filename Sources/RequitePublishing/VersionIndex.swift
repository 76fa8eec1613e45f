import RequiteCommand
import RequiteReporting

/// The list of a store's versions, `reports/index.html`, and what it remembers of their numbers.
public struct VersionIndex {
  private let store: VersionStore

  /// Names the store; nothing is read.
  public init(store: VersionStore) {
    self.store = store
  }

  /// Writes both anew, as after every change of versions or pins.
  ///
  /// Only versions that the history does not know are read again; of versions that are gone it forgets the numbers.
  public func write() throws {
    let versions = try store.versions()
    var history = self.history
    history.keep(Set(versions.map(\.id)))
    for version in versions where !history.versions.contains(version.id) {
      // A damaged version is listed without numbers; whoever verifies it learns why.
      guard let measures = try? PublishedReport(version: version).measures(.headlines) else { continue }
      history.update(version.id, from: measures)
    }
    try AtomicFile.writeIfChanged(history.lines, to: path)
    try AtomicFile.writeIfChanged(page(versions, history), to: "\(store.root)/index.html")
  }

  /// How the leading numbers went up to a version.
  public func courses(to version: String) throws -> TerminalCourses {
    let ids = try store.versions().map(\.id)
    let end = ids.firstIndex(of: version).map { $0 + 1 } ?? ids.count
    return TerminalCourses(history, versions: Array(ids.prefix(end)))
  }

  private var path: String { "\(store.root)/history.jsonl" }

  /// What was remembered; nothing where that cannot be read, and all of it comes again.
  private var history: VersionHistory { VersionHistory(lines: (try? StageFile.read(path)) ?? []) }

  private func page(_ versions: [VersionStore.Version], _ history: VersionHistory) throws -> [UInt8] {
    let latest = try store.latest()
    let pins = Dictionary(grouping: try store.pins(), by: \.id)
    let listed = versions.map { version in
      VersionIndexHTML.Version(
        id: version.id, published: version.publishedAt?.description ?? "", pins: pins[version.id]?.map(\.name) ?? [],
        isLatest: version.id == latest)
    }
    return VersionIndexHTML.render(listed, history: history)
  }
}
