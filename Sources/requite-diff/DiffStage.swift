import RequiteCommand
import RequiteModel
import RequitePublishing
import RequiteReporting

/// Compares two versions, writes what was asked for, and answers by the exit code.
struct DiffStage {
  let before: String
  let after: String
  let out: String
  let choice: DiffChoice
  let form: DiffForm
  let gate: DiffGate
  let comparison: any RowComparison

  func run() throws -> ExitCode {
    let store = VersionStore("\(out)/reports")
    let versions = [try StoredVersion(store.resolve(before)), try StoredVersion(store.resolve(after))]
    let names = KnownNames(of: versions)
    try names.check(metrics: choice.metric)
    try names.check(dimensions: choice.dimensions)
    let thresholds = try gate.thresholds.map {
      Thresholds(try ThresholdsFile(contentsOf: $0, names: names.ofThresholds))
    }
    let diff = VersionDiff(
      from: versions[0].compared, to: versions[1].compared,
      causes: try comparison.causes(from: versions[0], to: versions[1], inEveryOrder: choice.order == .shapley),
      restatedLimit: thresholds?.restatedFlag ?? .onePoint)
    let page = DiffPage(
      diff: diff, choice: choice, form: form, verdict: thresholds?.verdict(on: diff),
      rows: try rows(diff, versions))
    try page.write()
    return try DiffAnswer(diff: diff, page: page, gate: gate, thresholds: thresholds ?? Thresholds()).code()
  }

  private func rows(_ diff: VersionDiff, _ versions: [StoredVersion]) throws -> [RowTable] {
    guard let count = choice.rows else { return [] }
    if choice.reveal { try KeyHolder(out: out).check() }
    let selection = choice.selection(for: form.format)
    let entries = diff.entries.filter { selection.lists($0) }
    let source = try comparison.rows(of: Set(entries.map(\.key)), from: versions[0], to: versions[1])
    guard let source else { return [] }
    return try entries.compactMap {
      try RowTable($0, from: source, count: count, reveals: choice.reveal)
    }
  }
}

extension DiffChoice {
  /// The numbers to show: programs get every group of customers, people those they ask for.
  func selection(for format: DiffFormat) -> DiffSelection {
    DiffSelection(
      metrics: metric.isEmpty ? nil : metric, dimensions: format == .json && by == nil ? nil : dimensions,
      showsUnchanged: all, step: restatement ? .knowledge : movement ? .period : nil)
  }
}
