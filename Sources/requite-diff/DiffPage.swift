import RequiteCommand
import RequiteModel
import RequiteReporting

/// The diff as it is written: one of four renderings, to a file or to standard output.
struct DiffPage {
  let diff: VersionDiff
  let choice: DiffChoice
  let form: DiffForm
  let verdict: GateVerdict?
  let rows: [RowTable]

  /// What is shown.
  var selection: DiffSelection { choice.selection(for: form.format) }

  /// Writes it, unless nothing is to be printed.
  func write() throws {
    guard !form.quiet || form.output != nil else { return }
    try StageFile.write(bytes, to: form.output ?? "-")
  }

  private var bytes: [UInt8] {
    let segments = choice.dimensions.flatMap { SegmentCut(diff).tables(by: $0, selection) }
    switch form.format {
    case .text: return Array(text(segments).utf8)
    case .json: return DiffJSON(diff, selection, verdict: verdict, segments: segments, rows: rows).bytes
    case .md:
      let page = DiffMarkdown(diff, selection, verdict: verdict, segments: segments, rows: rows)
      return Array(page.text(maximum: form.maxBytes).utf8)
    case .html: return DiffHTML(diff, selection, verdict: verdict, segments: segments, rows: rows).bytes
    }
  }

  private func text(_ segments: [SegmentTable]) -> String {
    let color = form.output == nil ? Terminal.output.usesColor(form.color) : form.color == .always
    if choice.stat { return DiffStat(diff, color: color).text }
    return DiffText(diff, selection, verdict: verdict, segments: segments, rows: rows, color: color).text
  }
}
