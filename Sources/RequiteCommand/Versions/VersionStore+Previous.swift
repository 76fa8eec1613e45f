extension VersionStore {
  /// The version that one is compared with: `latest` as it was when it was first published.
  ///
  /// `nil` for the first version, and where that one is gone.
  public func previous(of version: Version) throws -> Version? {
    guard let id = try previousIDs()[version.id], Directory.isDirectory(directory(of: id)) else { return nil }
    return self.version(id, publishedAt: try firstPublications()[id]?.time)
  }

  /// The id of the version that one is compared with, whether or not that one is still there.
  public func previousID(of version: Version) throws -> String? {
    try previousIDs()[version.id]
  }

  /// The versions that were added beside the nights and never came to be a night's.
  func addedIDs() throws -> Set<String> {
    let entries = try log.entries()
    let nights = Set(entries.filter { $0.outcome != .added }.map(\.id))
    return Set(entries.map(\.id)).subtracting(nights)
  }

  /// For each version that the log knows, the one that came before it, whether or not it still exists.
  func previousIDs() throws -> [String: String] {
    var seen: Set<String> = []
    return try log.entries().reduce(into: [:]) { previous, entry in
      guard seen.insert(entry.id).inserted, let id = entry.previous, id != entry.id else { return }
      previous[entry.id] = id
    }
  }
}
