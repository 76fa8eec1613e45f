import RequiteModel

/// Which numbers of a diff are shown.
public struct DiffSelection: Hashable, Sendable {
  /// Patterns of metrics, where `*` stands for any text; `nil` for all metrics.
  public var metrics: [String]?
  /// Dimensions besides the whole vendor; `nil` for all dimensions.
  public var dimensions: [String]?
  /// Whether unchanged numbers are shown too.
  public var showsUnchanged: Bool
  /// The only step to show; `nil` for the whole change.
  public var step: Coordinate?

  /// Selects numbers; by default those of whole vendors that changed.
  public init(
    metrics: [String]? = nil, dimensions: [String]? = [], showsUnchanged: Bool = false, step: Coordinate? = nil
  ) {
    self.metrics = metrics
    self.dimensions = dimensions
    self.showsUnchanged = showsUnchanged
    self.step = step
  }

  /// Whether `entry` is shown.
  public func contains(_ entry: VersionDiff.Entry) -> Bool {
    isOfPlace(entry.key) && isOfMetric(entry.key.metric) && isToldApart(entry)
  }

  /// Whether all causes of a metric are written out where there is little room: those asked for, else the leading ones.
  func explains(_ metric: String) -> Bool {
    metrics != nil || DiffSelection.leading.contains(metric)
  }

  /// Whether the single rows of a number are listed where rows are asked for.
  public func lists(_ entry: VersionDiff.Entry) -> Bool {
    contains(entry) && explains(entry.key.metric) && entry.key.period == "window"
  }

  private static let leading: Set<String> = [
    "loyalty.nps", "loyalty.csat_top2", "loyalty.ces_mean", "loyalty.enps", "loyalty.votes_net", "reciprocity.index",
    "first_answer.median_seconds",
  ]

  private func isOfPlace(_ key: MeasureKey) -> Bool {
    key.dimension == "all" || dimensions?.contains { $0.hasSameBytes(as: key.dimension) } ?? true
  }

  private func isOfMetric(_ metric: String) -> Bool {
    metrics?.contains { NamePattern($0).matches(metric) } ?? true
  }

  private func isToldApart(_ entry: VersionDiff.Entry) -> Bool {
    guard let step else { return showsUnchanged || entry.isChanged }
    guard let change = entry.step(step)?.change else { return false }
    return showsUnchanged || FixedDecimal.millionths(change) != 0
  }
}

/// A pattern of names, where `*` stands for any text and everything else for itself.
public struct NamePattern: Hashable, Sendable {
  /// As it was written.
  public let text: String

  /// Creates a pattern.
  public init(_ text: String) {
    self.text = text
  }

  /// Whether the whole of `name` matches.
  ///
  /// - Complexity: O(*n* · *m*) at worst.
  public func matches(_ name: String) -> Bool {
    let pieces = text.utf8.split(separator: 0x2A, omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return name.utf8.elementsEqual(text.utf8) }
    var rest = name.utf8[...]
    guard rest.starts(with: pieces[0]) else { return false }
    rest = rest.dropFirst(pieces[0].count)
    for piece in pieces[1..<(pieces.count - 1)] {
      guard let end = NamePattern.end(of: piece, in: rest) else { return false }
      rest = rest[end...]
    }
    let last = pieces[pieces.count - 1]
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  /// The place behind the first occurrence of `piece`.
  private static func end(of piece: Substring.UTF8View, in text: Substring.UTF8View) -> String.Index? {
    var start = text.startIndex
    while true {
      if text[start...].starts(with: piece) { return text.index(start, offsetBy: piece.count) }
      guard start < text.endIndex else { return nil }
      start = text.index(after: start)
    }
  }
}
