import RequiteAdapters
import RequiteCommand
import RequiteDocuments
import RequiteIngest
import RequiteModel

/// Reads a share of the dumps, each into its ledger.
struct IngestRun {
  private let dumps: [DumpFile]
  private let settings: IngestSettings
  private let key: PseudonymKey
  private let folders: OutputFolders
  private let freshness: Freshness
  private let secondCore: SecondCore

  init(dumps arguments: [String], out: String, config: String?, share: Share) throws {
    let configuration = try config.map(Configuration.init(contentsOf:)) ?? Configuration()
    let adapters = AdapterSet(configuration.adapters, configuration: config)
    let all = try DumpFile.find(arguments, adapters: adapters)
    dumps = share.select(all)
    settings = try IngestSettings(configuration)
    key = PseudonymKey(bytes: try KeyFile.standard().open().key.bytes)
    folders = OutputFolders(out)
    freshness = Freshness(ledgers: folders.ledgers, settings: settings, key: key.id)
    secondCore = SecondCore(dumps: all, freshness: freshness)
  }

  func run() throws -> ExitCode {
    try folders.create()
    let due = try dumps.filter { try freshness.standingManifest(of: $0) == nil }
    guard !due.isEmpty else { return .done }
    let progress = Progress(stage: "requite-ingest")
    progress.begin(
      due.count == 1 ? due[0].name.name : "\(due.count) dumps", total: due.reduce(0) { $0 + Int64($1.size) })
    let people = People(key: key)
    var codes: [ExitCode] = []
    var total = DumpAccount(dump: "", kind: .surveys, sha256: "")
    for dump in due {
      do {
        let ingestion = DumpIngestion(
          dump: dump, settings: settings, settingsDigest: freshness.settings(for: dump), keyID: key.id,
          folders: folders,
          besideParsing: secondCore.isWorthwhile(for: dump))
        let (manifest, mark) = try ingestion.run(people: people) { progress.advance(by: $0) }
        if manifest.account.refused == nil { try freshness.remember(dump, mark: mark) }
        if manifest.account.needsLook {
          progress.note("\(dump.name.name.escapedForMessages): \(manifest.account.summary)")
        }
        total.addRows(of: manifest.account)
        codes.append(manifest.account.refused == nil ? .done : .dataRefused)
      } catch {
        progress.note("\(dump.name.name.escapedForMessages): not read")
        codes.append(CommandRunner.report(error, from: "requite-ingest"))
      }
    }
    progress.finish(total.summary)
    return ExitCode.worst(of: codes)
  }
}
