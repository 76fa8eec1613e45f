import RequiteAdapters
import RequiteCommand
import RequiteDocuments
import RequiteIngest

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
    let progress = Progress(stage: "requite-ingest")
    let people = People(key: key)
    var codes: [ExitCode] = []
    for dump in dumps {
      do {
        if try freshness.standingManifest(of: dump) != nil { continue }
        let ingestion = DumpIngestion(
          dump: dump, settings: settings, settingsDigest: freshness.settings(for: dump), keyID: key.id,
          folders: folders,
          besideParsing: secondCore.isWorthwhile(for: dump))
        progress.begin(dump.name.name)
        let (manifest, mark) = try ingestion.run(people: people)
        if manifest.account.refused == nil { try freshness.remember(dump, mark: mark) }
        progress.finish(manifest.account.summary)
        codes.append(manifest.account.refused == nil ? .done : .dataRefused)
      } catch {
        progress.finish("not read")
        codes.append(CommandRunner.report(error, from: "requite-ingest"))
      }
    }
    return ExitCode.worst(of: codes)
  }
}
