import RequiteModel

/// What became of each coordinate, in words.
struct CoordinateText {
  /// The coordinate.
  let coordinate: Coordinate
  /// `same`, `changed` or `moved`.
  let state: String
  /// How, in a few words; empty where there is nothing to say.
  let detail: String

  /// All four, in order; `method` is the later version's.
  static func lines(of diff: VersionDiff) -> [CoordinateText] {
    let changes = diff.coordinates
    return [
      CoordinateText(
        coordinate: .knowledge, state: changes.isKnowledgeChanged ? "changed" : "same", detail: dumps(changes.dumps)),
      CoordinateText(
        coordinate: .period, state: changes.period == nil ? "same" : "moved", detail: changes.period?.text ?? ""),
      CoordinateText(
        coordinate: .configuration, state: changes.configuration.isEmpty ? "same" : "changed",
        detail: changes.configuration.isEmpty ? "" : Wording.counted(changes.configuration.count, "key", "keys")),
      CoordinateText(
        coordinate: .method, state: changes.method == nil ? "same" : "changed",
        detail: changes.method?.text ?? VisibleText.of(diff.method)),
    ]
  }

  /// `3 dumps added, 1 changed (a.csv.gz)`: names of those that went or changed, three at most.
  private static func dumps(_ changes: [DumpChange]) -> String {
    guard !changes.isEmpty else { return "" }
    let counts = DumpChange.Kind.allCases.map { kind in (kind, changes.count { $0.kind == kind }) }
    let texts = counts.filter { $0.1 > 0 }.enumerated().map { place, count in
      place == 0
        ? "\(Wording.counted(count.1, "dump", "dumps")) \(count.0.rawValue)" : "\(count.1) \(count.0.rawValue)"
    }
    let names = changes.filter { $0.kind != .added }.map { VisibleText.of($0.name) }
    let list = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", ..." : "")
    return texts.joined(separator: ", ") + (list.isEmpty ? "" : " (\(list))")
  }
}
