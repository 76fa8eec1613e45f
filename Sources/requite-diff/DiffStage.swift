import RequiteCommand
import RequiteDocuments
import RequiteModel
import RequiteReporting

/// Compares the measures of two versions and prints what changed.
struct DiffStage {
  let before: String
  let after: String
  let out: String
  let format: DiffFormat
  let all: Bool
  let tellsByCode: Bool
  let color: ColorChoice

  func run() throws -> ExitCode {
    let store = VersionStore("\(out)/reports")
    let earlier = try store.resolve(before)
    let later = try store.resolve(after)
    let rule = DisclosureRule(from: try settings(of: earlier), to: try settings(of: later))
    let diff = MeasureDiff(before: try measures(of: earlier), after: try measures(of: later), rule: rule)
    let output = StandardOutput()
    switch format {
    case .text:
      let usesColor = Terminal.output.usesColor(color)
      try output.write(DiffText.text(of: diff, from: earlier.id, to: later.id, all: all, color: usesColor))
    case .json:
      try DiffJSON.render(diff, from: earlier.id, to: later.id, all: all).withUnsafeBytes { try output.write($0) }
    }
    try output.flush()
    return tellsByCode && !diff.isEmpty ? .conditionHolds : .done
  }

  /// What a version was computed with: whether two of them share their windows, and how few customers they show.
  private func settings(of version: VersionStore.Version) throws -> Settings {
    let manifest = try StageFile.read("\(version.path)/manifest.json")
    return try VersionManifest(document: manifest, name: "manifest.json").address.settings
  }

  private func measures(of version: VersionStore.Version) throws -> [Measure] {
    let path = "\(version.path)/measures.csv"
    do {
      return try MeasuresCSV.parse(StageFile.read(path))
    } catch let fault as MeasuresFault {
      throw Failure(.integrity, "\(fault)", file: path, cause: fault)
    }
  }
}
