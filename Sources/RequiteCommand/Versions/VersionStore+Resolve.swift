import Glibc
import RequiteFormats

extension VersionStore {
  /// The version a user means.
  ///
  /// In this order: `latest`; `latest~2`, the second before the latest in the order of publication; a pin; a day such as
  /// `2026-11-20`, for the last version whose period ends with it; an id; the beginning of exactly one id; the path of a
  /// version's directory, here or in another store. Links are followed once, so the answer stays the same while `latest`
  /// moves on.
  ///
  /// - Throws: 66 when there is no such version, 64 when several begin that way.
  public func resolve(_ name: String) throws -> Version {
    if name == "latest" || name.hasPrefix("latest~") { return try resolveLatest(name) }
    let ids = try ids()
    if VersionStore.isPinName(name), let id = try pinned(name) {
      guard ids.contains(id) else { throw missing("the pin \(name) names \(id), which is gone", ids) }
      return try resolved(id)
    }
    if VersionStore.isDay(name), let id = try lastVersion(of: ids.filter { $0.hasPrefix("\(name)-") }) {
      return try resolved(id)
    }
    if ids.contains(name) { return try resolved(name) }
    let matches = name.isEmpty ? [] : ids.filter { $0.utf8.starts(with: name.utf8) }
    if matches.count == 1 { return try resolved(matches[0]) }
    if matches.count > 1 {
      throw Failure(
        .usage, "\(matches.count) versions begin with \(name.escapedForMessages)", file: root,
        remedy: "Give more of the id: \(matches.prefix(5).joined(separator: ", "))\(matches.count > 5 ? ", …" : "").")
    }
    if let version = resolvePath(name) { return version }
    throw missing("no version is called \(name.escapedForMessages)", ids)
  }

  /// The ids that `latest` has pointed to, oldest first, as far as they still exist.
  ///
  /// A version published twice in a row, because a run was ended before `latest` moved, counts once.
  func history() throws -> [String] {
    let existing = Set(try ids())
    return try log.entries().reduce(into: []) { history, entry in
      if entry.outcome.movesLatest, existing.contains(entry.id), history.last != entry.id { history.append(entry.id) }
    }
  }

  /// The one of `ids` that was published last; those added beside the nights only where there is no other.
  private func lastVersion(of ids: [String]) throws -> String? {
    let entries = try log.entries().filter { ids.contains($0.id) }
    return (entries.last { $0.outcome != .added } ?? entries.last)?.id ?? ids.last
  }

  /// Whether `name` reads as a day, `2026-11-20`.
  private static func isDay(_ name: String) -> Bool {
    name.utf8.count == 10 && UTCTime(rfc3339: "\(name)T00:00:00Z") != nil
  }

  private func resolveLatest(_ name: String) throws -> Version {
    guard let latest = try latest() else { throw missing("nothing has been published yet", []) }
    guard name != "latest" else { return try resolved(latest) }
    guard let steps = Int(name.dropFirst("latest~".count)), steps >= 0 else {
      throw Failure(
        .usage, "\(name.escapedForMessages) is not a version", remedy: "Write latest~1 for the one before the latest.")
    }
    if steps == 0 { return try resolved(latest) }
    let history = try history()
    guard let newest = history.lastIndex(of: latest), steps <= newest else {
      throw missing("there is no version \(name.escapedForMessages)", history)
    }
    return try resolved(history[newest - steps])
  }

  private func resolved(_ id: String) throws -> Version {
    version(id, publishedAt: try firstPublications()[id]?.time)
  }

  private func resolvePath(_ path: String) -> Version? {
    guard Directory.isDirectory(path), let directory = realPath(path) else { return nil }
    return Version(
      id: PathParts(directory).name, path: directory, publishedAt: nil, size: Directory.size(directory))
  }

  private func missing(_ what: String, _ ids: [String]) -> Failure {
    let known = ids.suffix(5).joined(separator: ", ")
    return Failure(
      .inputMissing, what, file: root,
      remedy: ids.isEmpty
        ? "Run make nightly to publish a first version." : "Known: \(ids.count > 5 ? "…, " : "")\(known).")
  }
}
