/// The course of a number over versions as a word of blocks: `▁▂▄▇`.
package enum TerminalCourse {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A block a number between the least and the most of them, `·` where one is not known; `nil` with fewer than three.
  package static func drawing(_ values: [Double?]) -> String? {
    let known = values.compactMap { $0 }
    guard known.count >= 3, let least = known.min(), let most = known.max() else { return nil }
    return String(
      values.map { value -> Character in
        guard let value else { return "·" }
        let share = most > least ? (value - least) / (most - least) : 0.5
        return blocks[min(blocks.count - 1, Int(share * Double(blocks.count)))]
      })
  }
}

/// The courses of the leading numbers that a summary shows.
public struct TerminalCourses: Hashable, Sendable {
  /// So many versions have a block.
  public static let mostVersions = 16

  private let history: VersionHistory
  private let versions: [String]

  /// The courses over the last of `versions`, oldest first.
  public init(_ history: VersionHistory, versions: [String]) {
    self.history = history
    self.versions = Array(versions.suffix(TerminalCourses.mostVersions))
  }

  /// The line of a vendor, without its indent; `nil` where too little is known.
  func line(of vendor: String) -> String? {
    let series = history.series(of: vendor, in: versions)
    let parts = [("NPS", series.map { $0?.loyalty }), ("returned", series.map { $0?.returned })]
      .compactMap { name, values in TerminalCourse.drawing(values).map { "\(name) \($0)" } }
    guard !parts.isEmpty else { return nil }
    return TerminalText.padded("\(versions.count) versions", to: 17) + "  " + parts.joined(separator: "   ")
  }
}
