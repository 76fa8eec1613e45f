import RequiteModel

/// A leading number before and now, as one line of a report.
struct MovementLine {
  /// The numbers that every report sets beside the version before.
  static let metrics = ["loyalty.nps", "reciprocity.index"]

  /// The number in words.
  let title: String
  let before: Measure?
  let now: Measure?
  /// What the old period reads on today's knowledge, where that is another number.
  let restated: String?
  /// The difference of both as they are shown, so that the line adds up: `+1.2`; a dash where one is not shown.
  let change: String
  /// What stands out: flags of the steps, or that the difference is not to be told; often empty.
  let remark: String

  /// The lines of a vendor that was in the version before.
  static func lines(of vendor: VendorReport, in report: Report) -> [MovementLine] {
    metrics.compactMap { metric in
      let (before, now) = (vendor.before?[metric], vendor.window[metric])
      guard before != nil || now != nil else { return nil }
      let key = MeasureKey(vendor: vendor.name, metric: metric)
      return MovementLine(metric, before, now, report.movement?.entries.first { $0.key == key })
    }
  }

  private init(_ metric: String, _ before: Measure?, _ now: Measure?, _ entry: VersionDiff.Entry?) {
    title = metric == "loyalty.nps" ? "Loyalty (NPS)" : "Loyalty returned"
    self.before = before
    self.now = now
    change = MovementLine.change(from: before, to: now)
    let old = entry?.restated.map { NumberText.points($0.end) }
    restated = old == before?.valueText ? nil : old
    let flags = entry?.steps.compactMap(\.flag).map(\.standaloneText) ?? []
    let cause = change == "0.0" ? nil : entry?.mainCause
    let isHidden = entry?.differenceDiscloses ?? false
    let words = isHidden ? "not compared: so few customers differ" : cause ?? ""
    remark = ([words] + flags).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The difference of both numbers as they are shown.
  static func change(from before: Measure?, to now: Measure?) -> String {
    guard let before = before?.estimate, let now = now?.estimate,
      let earlier = Double(NumberText.points(before)), let later = Double(NumberText.points(now))
    else { return "—" }
    let text = NumberText.points(later - earlier)
    return text.hasPrefix("-") || text == "0.0" ? text : "+" + text
  }
}

extension VersionDiff.Entry {
  /// Whether its values are hidden because their difference would tell of single customers.
  var differenceDiscloses: Bool { numbers.differenceDiscloses }

  /// The cause with at least half of the change, in its direction: `mostly new (+1.6)`.
  fileprivate var mainCause: String? {
    guard let before = numbers.before?.estimate, let after = numbers.after?.estimate else { return nil }
    let change = after - before
    let main = steps.flatMap(\.parts).max { $0.value * change < $1.value * change }
    guard let main, main.value * change > 0, 2 * main.value.magnitude >= change.magnitude else { return nil }
    return "mostly \(main.name.shortText) (\(main.text))"
  }
}

extension PartName {
  /// The name where there is little room: without the list of causes that have few rows each.
  var shortText: String {
    if case .fewRows = self { "several causes of few rows" } else { text }
  }
}
