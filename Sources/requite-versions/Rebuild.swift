import RequiteCommand
import RequiteDocuments
import RequiteModel

/// Makes a version from kept ledgers by the very programs that a night runs, in a folder of its own.
///
/// What is known is that of the source: its ledgers, and no others. Nothing else of the source enters, so that a rebuild
/// without changes proves that a version is what its four coordinates say.
struct Rebuild {
  /// The beginning of the names of scratch folders.
  static let scratchName = ".rebuild"

  /// A way to run a rebuild; none may matter to the result.
  struct Circumstances {
    /// How the 256 buckets are divided between processes.
    var division: [ClosedRange<Int>]
    /// Variables of the environment.
    var environment: [String: String] = [:]
    /// Whether dumps are named in the opposite order.
    var isReversed = false

    /// Two processes, everything else as it is.
    static let plain = Circumstances(division: [0...127, 128...255])
    /// Other jobs, another language, another zone, another clock and another order than those of a night.
    static let strange = Circumstances(
      division: [0...4, 5...170, 171...255],
      environment: [
        "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG.UTF-8", "TZ": "Pacific/Chatham",
        StageClock.variable: "2001-02-03T04:05:06Z",
      ], isReversed: true)
  }

  private let source: KeptVersion
  private let changes: RebuildChanges
  private let settings: Settings?
  private let circumstances: Circumstances
  private let beside: VersionStore.Version?

  /// Prepares a rebuild; nothing is written yet.
  ///
  /// - Parameter beside: The version that its page is read against; `nil` for none.
  /// - Throws: 66 when ledgers are gone; 4 when they lack attributes; 64 for a period that cannot be read.
  init(
    _ source: KeptVersion, changes: RebuildChanges = RebuildChanges(), circumstances: Circumstances = .plain,
    beside: VersionStore.Version? = nil
  ) throws {
    try source.requireLedgers()
    try changes.requireAttributes(of: source.manifest.address.settings)
    settings = try changes.settings(from: source.manifest.address.settings)
    self.source = source
    self.changes = changes
    self.circumstances = circumstances
    self.beside = beside
  }

  /// Rebuilds, lets `body` see the result before it is removed, and returns its id.
  func run(_ body: (RebuiltVersion) throws -> Void) throws -> String {
    let scratch = try ScratchFolder(in: source.store.root, name: Rebuild.scratchName)
    try score(in: scratch.path)
    let comparison = beside.map { ["--beside", $0.path] } ?? []
    try program("requite-report", scratch.path).run(
      ["publish", state(scratch.path), "--out", scratch.path] + comparison)
    let version = try VersionStore("\(scratch.path)/reports").resolve("latest")
    try body(RebuiltVersion(path: version.path))
    return version.id
  }

  /// Rebuilds into the store of the source, and returns the id.
  func publish() throws -> String {
    let scratch = try ScratchFolder(in: source.store.root, name: Rebuild.scratchName)
    try score(in: scratch.path)
    let before = Set(try source.store.versions().map(\.id))
    try program("requite-report", scratch.path).run([
      "publish", state(scratch.path), "--out", scratch.path, "--reports", source.store.root, "--add-after",
      source.version.id,
    ])
    let added = try source.store.versions().map(\.id).filter { !before.contains($0) }
    return added.first ?? source.version.id
  }

  private func state(_ scratch: String) -> String { "\(scratch)/states/night.state" }

  /// Everything up to the merged state.
  private func score(in scratch: String) throws {
    try layOutLedgers(in: scratch)
    try program("requite-score", scratch).run(try planArguments(scratch))
    let labels = circumstances.division.map { "\(padded($0.lowerBound))-\(padded($0.upperBound))" }
    let stems = labels.map { "\(scratch)/states/threads-\($0)" }
    try side("requite-score", scratch, labels.map { ["threads", "--out", scratch, "--buckets", $0] })
    let outcomes = stems.map { "\($0).outcomes" }
    try side(
      "requite-score", scratch, labels.map { ["customers"] + outcomes + ["--out", scratch, "--buckets", $0] })
    let states = stems.map { "\($0).state" } + labels.map { "\(scratch)/states/customers-\($0).state" }
    try program("requite-merge", scratch).run(states.reversed() + ["--out", state(scratch)])
  }

  /// Puts the ledgers where the stages look for them, with as much of their manifests as those need.
  private func layOutLedgers(in scratch: String) throws {
    let folder = "\(scratch)/ledgers"
    try Directory.create(folder, mode: 0o700)
    for account in source.manifest.dumps {
      guard let (ledger, lost) = source.ledger(of: account.dump) else { continue }
      try source.store.objects.lend(ledger, as: "\(folder)/\(account.dump).ledger")
      var manifest = DumpManifest(account: account, bytes: 0, ledger: ledger.digest, settings: "", key: "")
      manifest.account.lose(lost)
      try StageFile.write(manifest.document, to: "\(folder)/\(account.dump).manifest.json", mode: 0o600)
    }
  }

  private func planArguments(_ scratch: String) throws -> [String] {
    // Paths that lead nowhere: a folder called like a dump would be looked into.
    var dumps = source.manifest.dumps.map { "\(scratch)/dumps/\($0.dump)" }
    if circumstances.isReversed { dumps.reverse() }
    var arguments = ["plan"] + dumps + ["--out", scratch]
    if let config = changes.config { arguments += ["--config", config] }
    if let settings {
      try StageFile.write(settings.json.pretty(), to: "\(scratch)/settings.json", mode: 0o600)
      arguments += ["--settings", "\(scratch)/settings.json"]
    } else if let asOf = changes.asOf {
      arguments += ["--as-of", asOf]
    }
    return arguments
  }

  private func program(_ name: String, _ scratch: String) -> ScratchProgram {
    var program = StageProgram(name)
    program.environment = circumstances.environment
    return ScratchProgram(program: program, scratch: scratch)
  }

  /// Runs a program several times side by side.
  private func side(_ name: String, _ scratch: String, _ runs: [[String]]) throws {
    let program = program(name, scratch)
    let started = try runs.enumerated().map { try program.start($1, number: $0) }
    var failure: (any Error)?
    for run in started {
      do { try run.finish() } catch { failure = failure ?? error }
    }
    if let failure { throw failure }
  }

  private func padded(_ number: Int) -> String {
    String(repeating: "0", count: 3 - String(number).count) + String(number)
  }
}

/// A stage's program whose messages go to the scratch folder.
private struct ScratchProgram {
  let program: StageProgram
  let scratch: String

  func run(_ arguments: [String]) throws {
    try start(arguments, number: 0).finish()
  }

  func start(_ arguments: [String], number: Int) throws -> StageProgram.Run {
    try program.start(arguments, messages: "\(scratch)/messages-\(number)")
  }
}
