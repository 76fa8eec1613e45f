import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteIngest
import RequiteModel

/// Makes the plan of a night.
///
/// The file is left alone when nothing changed, so that make has nothing to do.
struct PlanStage {
  let dumps: [String]
  let out: String
  let config: String?
  let asOf: String?
  /// Settings of another plan, whose period counts, and whose other keys count unless there is a configuration.
  let settings: String?

  func run() throws {
    let folder = NightFolder(out)
    let configuration = try config.map(Configuration.init(contentsOf:)) ?? Configuration()
    let ledgers = try plannedDumps(configuration.adapters.map(\.match), folder).map { try ledger(of: $0, folder) }
    try Directory.create(folder.states, mode: 0o700)
    let links = try IdentityLinks(ledgers)
    let copies = try LinkedFolder(folder).copies(of: ledgers, links: links)
    let maker = PlanMaker(ledgers: ledgers, links: links, copies: copies)
    let settings = try resolvedSettings(maker, configuration)
    let plan = try FingerprintFolder(folder).withFingerprints(of: ledgers.map { copies[$0.digest] ?? $0 }, settings) {
      try maker.plan(settings: settings, earlier: try? folder.plan(), fingerprints: $0)
    }
    try AtomicFile.writeIfChanged(plan.document, to: folder.planPath, mode: 0o600)
  }

  private func resolvedSettings(_ maker: PlanMaker, _ configuration: Configuration) throws -> Settings {
    if let settings {
      let given = try Settings(document: StageFile.read(settings), name: StageFile.name(settings))
      guard config == nil else { return try Settings(configuration, asOf: given.asOf).withPeriod(of: given) }
      try given.method.requireKnown()
      return given
    }
    guard let moment = try asOfMoment(configuration) ?? maker.latest?.nextMidnight else {
      throw Failure(
        .inputMissing, "not a single row was accepted, so there is no night to score", file: dumps.first,
        remedy: "Look at the manifests in \(out)/ledgers for what became of the rows.")
    }
    return try Settings(configuration, asOf: moment)
  }

  /// The names of the dumps: those named one by one, and of folders those of the canonical layout or of an adapter's
  /// pattern.
  private func plannedDumps(_ patterns: [String], _ folder: NightFolder) throws -> [String] {
    var names: [String] = []
    for argument in dumps {
      let inside = try Directory.names(inDirectory: argument)
      names +=
        inside?.filter { DumpName($0) != nil || DumpName.index(of: $0, in: patterns) != nil }
        ?? [StageFile.name(argument)]
    }
    guard !names.isEmpty else { throw Failure(.inputMissing, "there are no dumps here", file: dumps.first) }
    names += try forgottenCustomers(folder)
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whoever was forgotten by hand stays forgotten, whatever dumps there are.
  private func forgottenCustomers(_ folder: NightFolder) throws -> [String] {
    let known = try Directory.names(in: "\(out)/ledgers")
    return known.contains("\(DumpManifest.tombstones).manifest.json") ? [DumpManifest.tombstones] : []
  }

  private func ledger(of dump: String, _ folder: NightFolder) throws -> LedgerReader {
    let name = "\(dump).manifest.json"
    let manifest: DumpManifest
    do {
      manifest = try DumpManifest(document: StageFile.read(folder.manifestPath(dump: dump)), name: name)
    } catch let failure as FileFailure where failure.isMissing {
      throw Failure(
        .inputMissing, "the dump has not been read yet", file: dump, remedy: "Run requite-ingest on it first.",
        cause: failure)
    }
    if let refused = manifest.account.refused {
      throw Failure(
        .dataRefused, "the dump was refused: \(refused)", file: dump,
        remedy: "Repair or remove it; without it the night would be incomplete.")
    }
    let reader = try LedgerReader(path: folder.ledgerPath("\(dump).ledger"))
    guard reader.digest == manifest.ledger else { throw DocumentFailure.damaged(reader.name) }
    return reader
  }

  private func asOfMoment(_ configuration: Configuration) throws -> Instant? {
    guard let asOf else { return configuration.asOf.map { Instant(seconds: $0.seconds) } }
    guard let moment = Instant(rfc3339: asOf) else {
      throw Failure(
        .usage, "--as-of is not a time", remedy: "Write it with a zone, for example 2026-04-01T00:00:00Z.")
    }
    return moment
  }
}
