import RequiteCommand
import RequiteKnowledge
import RequiteModel
import RequiteScoring

/// Counts the facts of the night's plan as a preset says, and prints how its figures come about.
struct ReconcileStage {
  let preset: CountingPreset
  let out: String
  let vendor: String?
  let format: ReconcileFormat

  func run() throws {
    let knowledge = try NightFolder(out).knowledge()
    let vendors = knowledge.plan.vendors
    if let vendor, !vendors.contains(vendor) {
      throw Failure(
        .usage, "there is no vendor \(vendor.escapedForMessages) in this night",
        remedy: "Known: \(vendors.map(\.escapedForMessages).joined(separator: ", ")).")
    }
    let found = try CountingPass(knowledge).run(preset)
      .filter { vendor == nil || vendors[Int($0.vendor)] == vendor }
    let output = StandardOutput()
    let table = ReconcileTable(preset: preset, vendors: vendors, reconciliations: found)
    try output.write(format == .csv ? table.csv : table.text)
    try output.flush()
  }
}
