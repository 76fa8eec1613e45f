import RequiteModel

/// What moved since the version before: the leading numbers cause by cause, where that is known, and all of them before and
/// now.
struct MovementSection {
  let report: Report
  let vendors: [VendorReport]

  var markup: Markup {
    guard let previous = report.previous else {
      return section("<p>This is the first version: there is nothing to compare it with.</p>\n")
    }
    guard vendors.contains(where: { $0.before != nil }) else {
      let isHidden = (report.movement?.numbers.hiddenCount ?? 0) > 0
      let none: Markup = isHidden ? .empty : "<p>No vendor was in the version before.</p>\n"
      return section("\(remarks)\(none)\(origin(previous))")
    }
    let waterfalls = Waterfalls(of: report)
    let legend: Markup = waterfalls.all.isEmpty ? .empty : WaterfallChart.legend
    return section(
      "\(remarks)\(legend)\(waterfalls.leading.map(\.markup))\(table)\(waterfalls.folded)\(origin(previous))")
  }

  /// The charts of this section.
  var figures: [Figure] { Waterfalls(of: report).all.map(\.figure) }

  private func section(_ content: Markup) -> Markup {
    "<section id=\"why\">\n<h2>Why the numbers moved</h2>\n\(content)</section>\n"
  }

  private func origin(_ previous: PreviousVersion) -> Markup {
    """
    <p class="small muted">Compared with version <code>\(previous.version)</code>. Every number that changed: \
    <code>make diff FROM=\(previous.version) TO=\(report.version)</code></p>

    """
  }

  private var remarks: Markup {
    let lines: [Markup] = MovementRemarks(of: report).lines.map { "<p>\($0).</p>\n" }
    return "\(lines)"
  }

  // MARK: Before and now

  /// More rows than this are folded.
  static let mostRows = 6

  private var table: Markup {
    let known = vendors.filter { $0.before != nil }
    let isRestated = known.contains { MovementLine.lines(of: $0, in: report).contains { $0.restated != nil } }
    let restated: [PageTable.Column] = isRestated ? [.init("Restated", .number)] : []
    let rows = known.flatMap { vendor in
      MovementLine.lines(of: vendor, in: report).map { line -> [Markup] in
        let (before, after) = (line.before?.valueText ?? "—", line.now?.valueText ?? "—")
        return ["\(name: vendor.name)", "\(line.title)", "\(number: before)"]
          + restated.map { _ in "\(number: line.restated ?? "")" }
          + ["\(number: after)", "\(number: line.change)", "\("\(line.remark)" as Phrase)"]
      }
    }
    let table = PageTable(
      caption: "Before and now",
      columns: [.init("Vendor"), .init("Number"), .init("Before", .number)] + restated
        + [.init("Now", .number), .init("Change", .number), .init("Remark")], rows: rows)
    return rows.count > MovementSection.mostRows ? table.folded("Table: before and now") : table.markup
  }
}

/// The waterfalls of a page: those of the vendor whose loyalty changed most stand open, a few more are folded.
private struct Waterfalls {
  /// What moves by less reads the same with one decimal.
  private static let leastSize = 0.05

  /// So many vendors have theirs.
  private static let mostVendors = 3

  /// A number with its steps.
  struct Waterfall {
    let entry: VersionDiff.Entry
    let shown: ShownEntry
    let minimum: Int64

    var figure: Figure { WaterfallChart(entry, shown).figure }

    var markup: Markup {
      """
      <h3>\(name: entry.key.vendor): \(entry.metric.title)</h3>
      \(note)\(figure.markup)\(CauseTable(entry, shown, minimum).markup)
      """
    }

    private var note: Markup {
      let flags = shown.steps.compactMap(\.flagText)
      return flags.isEmpty ? .empty : "<p>\(number: flags.joined(separator: "; ").capitalizedFirst).</p>\n"
    }
  }

  /// Vendor by vendor.
  private let groups: [[Waterfall]]

  init(of report: Report) {
    guard let movement = report.movement else {
      groups = []
      return
    }
    let found = report.vendors.map { vendor in
      MovementLine.metrics.compactMap { metric -> Waterfall? in
        let key = MeasureKey(vendor: vendor.name, metric: metric)
        let entry = movement.entries.first { $0.key == key && Waterfalls.size(of: $0) >= Waterfalls.leastSize }
        return entry.map { Waterfall(entry: $0, shown: ShownEntry($0, only: nil), minimum: movement.minimum) }
      }
    }
    let sizes = found.map { $0.reduce(0) { max($0, Waterfalls.size(of: $1.entry)) } }
    let order = found.indices.filter { !found[$0].isEmpty }.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    groups = order.prefix(Waterfalls.mostVendors).map { found[$0] }
  }

  /// How far a number went, on the way too.
  private static func size(of entry: VersionDiff.Entry) -> Double {
    entry.steps.reduce(0) { $0 + $1.change.magnitude }
  }

  var leading: [Waterfall] { groups.first ?? [] }

  var all: [Waterfall] { groups.flatMap { $0 } }

  var folded: Markup {
    let rest: [Markup] = groups.dropFirst().map { group in
      """
      <details><summary>Causes: \(name: group[0].entry.key.vendor)</summary>
      \(group.map(\.markup))</details>

      """
    }
    return "\(rest)"
  }
}

extension ShownStep {
  /// The step with its flag: `restated -3.0: restated more than 1.0`; `nil` without one.
  fileprivate var flagText: String? {
    flag.map { "\(title) \(changeText)\(marginText.map { " ± \($0)" } ?? ""): \($0.text)" }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
