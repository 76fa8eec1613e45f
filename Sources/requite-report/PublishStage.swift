import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteModel
import RequiteReporting
import RequiteScoring

/// Finishes the numbers of a merged state, renders them and publishes the version.
struct PublishStage {
  let state: String
  let out: String

  func run() throws {
    let plan = try Plan(document: StageFile.read("\(out)/states/plan.json"), name: "plan.json")
    let state = try StateFile(document: StageFile.read(state), name: StageFile.name(state))
    guard state.planDigest == plan.digest else { throw DocumentFailure.otherPlan(StageFile.name(self.state)) }
    guard state.coverage.isComplete else {
      throw Failure(
        .inputMissing, "the state does not hold all buckets", file: self.state,
        remedy: "Merge the states of all parts, of threads and of customers.")
    }
    let files = try version(of: state, plan)
    let publication = try VersionStore("\(out)/reports").publish(files.files, id: files.id, now: .now())
    StandardErrorLine.write("requite-report: \(publication.outcome.rawValue) \(publication.id)")
  }

  private func version(of state: StateFile, _ plan: Plan) throws -> (id: String, files: [String: [UInt8]]) {
    let measures = try finished(state, plan)
    let table = MeasuresCSV.render(measures)
    let address = VersionAddress(
      facts: factsDigest(of: state.tables), settings: plan.settings, measures: SHA256Digest.hex(of: table))
    let dumps = try plan.ledgers.map { try account(ofLedger: $0.name) }
    let facts = try [DumpKind.surveys, .interactions].map { try account(of: $0, in: state.tables, dumps) }
    let report = Report(version: address.id, settings: plan.settings, measures: measures, dumps: dumps, facts: facts)
    var files = [
      "measures.csv": table, "report.json": ReportJSON.render(report), "report.md": ReportMarkdown.render(report),
      "index.html": ReportHTML.render(report),
    ]
    let manifest = VersionManifest(address: address, dumps: dumps, facts: facts, files: files)
    files["manifest.json"] = manifest.document
    files["SHA256SUMS"] = sums(of: files)
    return (address.id, files)
  }

  private func finished(_ state: StateFile, _ plan: Plan) throws -> [Measure] {
    do {
      return try measures(of: state.tables, plan: plan)
    } catch {
      throw Failure(
        .configuration, "\(error)", remedy: "Correct the configuration and run the night again.", cause: error)
    }
  }

  /// What became of the accepted rows of a kind, after checking that not one is missing.
  private func account(of kind: DumpKind, in tables: StateTables, _ dumps: [DumpAccount]) throws -> FactAccount {
    let account = FactAccount(of: kind, in: tables)
    let accepted = dumps.filter { $0.kind == kind }.reduce(0) { $0 + $1.accepted }
    guard account.accepted == accepted else {
      throw Failure(
        .ourFault, "rows are missing: \(accepted) \(kind.rawValue) rows were accepted, \(account.accepted) were scored",
        file: state, remedy: "This is a fault of Requite. Please report it with this message; nothing was published.")
    }
    return account
  }

  private func account(ofLedger name: String) throws -> DumpAccount {
    let manifest = String(name.dropLast(".ledger".count)) + ".manifest.json"
    return try DumpManifest(document: StageFile.read("\(out)/ledgers/\(manifest)"), name: manifest).account
  }

  /// The list that `sha256sum -c` checks.
  private func sums(of files: [String: [UInt8]]) -> [UInt8] {
    files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .flatMap { Array("\(SHA256Digest.hex(of: files[$0]!))  \($0)\n".utf8) }
  }
}
