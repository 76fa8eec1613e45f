import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteKnowledge
import RequiteModel
import RequitePublishing
import RequiteReporting
import RequiteScoring

/// Finishes the numbers of a merged state, renders them and publishes the version.
struct PublishStage {
  let state: String
  let out: String
  /// The folder of the versions; `nil` for the one of the night.
  var reports: String?
  /// Whether the version stands beside the nights, and `latest` stays; `nil` for a version of the night.
  var addsAfter: String?
  /// The version that a page is read against where it is not the latest: an id or a path.
  var beside: String?
  let isStrict: Bool

  func run() throws {
    let plan = try Plan(document: StageFile.read("\(out)/states/plan.json"), name: "plan.json")
    let (state, merged) = try readState()
    guard state.planDigest == plan.digest else { throw DocumentFailure.otherPlan(StageFile.name(self.state)) }
    guard state.coverage.isComplete else {
      throw Failure(
        .inputMissing, "the state does not hold all buckets", file: self.state,
        remedy: "Merge the states of all parts, of threads and of customers.")
    }
    let (report, address) = try report(of: state, plan)
    let sources = VersionSources(plan: plan, state: merged, folder: "\(out)/ledgers")
    let publication = try publish(report, address, sources, state.tables)
    StandardErrorLine.write("requite-report: \(publication.outcome.rawValue) \(publication.id)")
    try VersionIndex(store: VersionStore(reports ?? "\(out)/reports")).write()
    if isStrict, let check = StrictCheck(report) {
      throw Failure(.checkTripped, check.what, file: publication.path, remedy: check.remedy)
    }
  }

  private func readState() throws -> (StateFile, MergedState) {
    let (bytes, name) = (try StageFile.read(state), StageFile.name(state))
    let file = try StateFile(document: bytes, name: name)
    guard file.tables.isOfThisRelease else {
      throw DocumentFailure.unknownFormat(name, found: "of another release")
    }
    return (file, MergedState(path: state, bytes: bytes))
  }

  private func publish(
    _ report: Report, _ address: VersionAddress, _ sources: VersionSources, _ tables: StateTables
  ) throws -> Publication {
    let store = VersionStore(reports ?? "\(out)/reports")
    let previous = try addsAfter.map { $0.isEmpty ? nil : try store.resolve($0).id } ?? store.latest()
    let write = { (version: StagedVersion) in
      let waits = WaitCurves(tables: tables, plan: sources.plan).shown(in: report.measures)
      let before = (self.beside ?? previous).flatMap { name in
        self.before(report, address, { try KnownSide(self.knowledge(sources.plan), tables: tables) }) {
          try store.resolve(name)
        }
      }
      let page = report.shown(beside: before?.previous, waits: waits, movement: before?.movement)
      try self.write(report, as: page, address, sources, to: version)
    }
    guard addsAfter != nil else {
      return try store.publish(id: address.id, now: .now(), keep: sources.keep, write: write)
    }
    return try store.add(id: address.id, previous: previous, now: .now(), keep: sources.keep, write: write)
  }

  /// What the plan knows, from the ledgers of the night and the copies that a crosswalk made of them.
  private func knowledge(_ plan: Plan) throws -> Knowledge {
    Knowledge(plan: plan, linked: try linkedCopies(of: plan)) { "\(out)/ledgers/\($0.name)" }
  }

  private func linkedCopies(of plan: Plan) throws -> LinkedCopies? {
    guard plan.ledgers.contains(where: { $0.kind == .crosswalk }) else { return nil }
    let states = "\(out)/states"
    let name = LinkedIndex.fileName
    let index = try LinkedIndex(document: StageFile.read("\(states)/\(name)"), name: name)
    return LinkedCopies(index: index) { "\(states)/\(LinkedIndex.fileName(ofCopy: $0))" }
  }

  /// The version to compare with; a night does not fail for one that cannot be read.
  private func before(
    _ report: Report, _ address: VersionAddress, _ known: () throws -> KnownSide,
    _ version: () throws -> VersionStore.Version
  ) -> VersionBefore? {
    let after = ComparedVersion(
      id: report.version, facts: address.factsText, settings: report.settings, dumps: report.dumps,
      measures: report.measures.filter { $0.key.dimension == "all" })
    do {
      return try VersionBefore(version(), to: after, knowing: known())
    } catch {
      StandardErrorLine.write("requite-report: the version before cannot be read and is not shown: \(error)")
      return nil
    }
  }

  private func report(of state: StateFile, _ plan: Plan) throws -> (Report, VersionAddress) {
    let measures = try finished(state, plan)
    let digest = DigestSink()
    try MeasuresCSV.write(measures, to: digest)
    let address = VersionAddress(
      facts: factsDigest(of: state.tables), settings: plan.settings, measures: digest.sha256.hex())
    let dumps = try plan.ledgers.map { try account(ofLedger: $0.name) }
    let facts = try kinds(of: dumps).map { try account(of: $0, in: state.tables, dumps) }
    let report = Report(version: address.id, settings: plan.settings, measures: measures, dumps: dumps, facts: facts)
    return (report, address)
  }

  /// Writes all files, the manifest and its sums last; of a large table only a piece is ever held.
  ///
  /// Only `page`, what people read, knows of the version before.
  private func write(
    _ report: Report, as page: Report, _ address: VersionAddress, _ sources: VersionSources, to version: StagedVersion
  ) throws {
    var files = [
      try version.write("index.html") { try $0.write(ReportHTML.render(page)) },
      try version.write("measures.csv") { try MeasuresCSV.write(report.measures, to: $0) },
      try version.write("report.json") { try ReportJSON.write(report, to: $0) },
      try version.write("report.md") { try $0.write(ReportMarkdown.render(page)) },
    ]
    let manifest = VersionManifest(
      address: address, dumps: report.dumps, facts: report.facts,
      outputs: files.map { .init(name: $0.name, sha256: $0.sha256, bytes: $0.bytes) }, objects: sources.objects)
    files.append(try version.write("manifest.json") { try $0.write(manifest.document) })
    try version.write("SHA256SUMS") { try $0.write(PublishStage.sums(of: files)) }
  }

  private func finished(_ state: StateFile, _ plan: Plan) throws -> [Measure] {
    do {
      return try measures(of: state.tables, plan: plan)
    } catch {
      throw Failure(
        .configuration, "\(error)", remedy: "Correct the configuration and run the night again.", cause: error)
    }
  }

  /// The kinds whose facts are accounted for: revenue only where there is a dump of it.
  private func kinds(of dumps: [DumpAccount]) -> [DumpKind] {
    [.surveys, .interactions] + (dumps.contains { $0.kind == .revenue } ? [.revenue] : [])
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
  private static func sums(of files: [StagedVersion.File]) -> [UInt8] {
    files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      .flatMap { Array("\($0.sha256)  \($0.name)\n".utf8) }
  }
}

/// Takes bytes for their digest alone.
private final class DigestSink: ByteSink {
  private(set) var sha256 = SHA256Digest()

  func write(_ bytes: Span<UInt8>) {
    sha256.update(bytes)
  }
}
