import RequiteModel

/// The steps and causes of one number as a table behind its drawing.
struct CauseTable {
  private let entry: VersionDiff.Entry
  private let shown: ShownEntry
  private let minimum: Int64

  init(_ entry: VersionDiff.Entry, _ shown: ShownEntry, _ minimum: Int64) {
    self.entry = entry
    self.shown = shown
    self.minimum = minimum
  }

  var markup: Markup {
    let start: [Markup] = ["before", "\(number: shown.before)", "", "", ""]
    let rows = [start] + shown.steps.flatMap(rows)
    let columns = [
      PageTable.Column("Step, cause"), .init("Reads", .number), .init("Change", .number), .init("Rows", .number),
      .init("Meaning"),
    ]
    let caption = "\(entry.key.vendor), \(entry.metric.title): steps and causes"
    return PageTable(caption: caption, columns: columns, rows: rows).folded("Table: causes")
  }

  private func rows(_ step: ShownStep) -> [[Markup]] {
    let noise = step.marginText.map { "+/- \($0)" } ?? ""
    let meaning = [noise, step.flag?.text ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    let head: [Markup] = [
      "<strong>\(step.title)</strong>", "\(number: step.endText)", "\(number: step.changeText)", "",
      "\(number: meaning)",
    ]
    return [head]
      + step.parts.map { part in
        [
          "\(part.name.text)", "", "\(number: part.text)", "\(ShownRows.text(part, minimum))",
          "\(part.name.explanation)",
        ]
      }
  }
}

/// The numbers of one place of a vendor as a table.
struct ChangeTable {
  private let place: DiffPlace
  private let step: Coordinate?

  init(_ place: DiffPlace, only step: Coordinate?) {
    self.place = place
    self.step = step
  }

  func markup(isOpen: Bool) -> Markup {
    let columns = [
      PageTable.Column("Number"), .init("Before", .number), .init("Restated", .number), .init("Now", .number),
      .init("Change", .number), .init("Remark"),
    ]
    let rows = place.entries.map { entry -> [Markup] in
      let shown = ShownEntry(entry, only: step)
      let flags = shown.steps.compactMap(\.flag).map(\.standaloneText) + (entry.remark.isEmpty ? [] : [entry.remark])
      return [
        "\(entry.metric.title)", "\(number: shown.before)", "\(number: entry.restated?.endText ?? "")",
        "\(number: shown.now)", "\(number: shown.change)", "\(flags.joined(separator: ", "))",
      ]
    }
    let name = place.place.isEmpty ? "whole vendor" : place.place
    let table = PageTable(caption: "\(place.vendor), \(name)", columns: columns, rows: rows)
    return table.folded("Table: \(name), \(Wording.counted(rows.count, "number", "numbers"))", isOpen: isOpen)
  }
}

extension PartName {
  /// What it means, in a sentence without its full stop.
  var explanation: String {
    switch self {
    case .cause(let cause): cause.explanation
    case .fewRows: "too few rows to be told apart"
    case .weights: "a component gained or lost its value, and the others' weights changed"
    }
  }
}
