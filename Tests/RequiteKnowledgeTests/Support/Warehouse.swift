import Foundation
import RequiteDocuments
import RequiteFormats
import RequiteIngest
import RequiteKnowledge
import RequiteModel
import RequiteScoring
import RequiteTestSupport

/// A folder of dumps that are read into ledgers as a night reads them.
final class Warehouse {
  /// A dump: its name and its rows.
  struct Dump: Hashable {
    var name: String
    var lines: [String]

    static func surveys(_ name: String, _ rows: [ResponseLine]) -> Dump {
      Dump(name: "surveys-\(name).csv", lines: [ResponseLine.header] + rows.map(\.text))
    }

    static func interactions(_ name: String, _ rows: [EventLine]) -> Dump {
      Dump(name: "interactions-\(name).csv", lines: [EventLine.header] + rows.map(\.text))
    }

    static func revenue(_ name: String, _ rows: [RevenueLine]) -> Dump {
      Dump(name: "revenue-\(name).csv", lines: [RevenueLine.header] + rows.map(\.text))
    }

    /// Keys of customers: what stands before the arrow is an id of whom it points to.
    static func crosswalk(_ name: String, _ links: KeyValuePairs<String, String>) -> Dump {
      Dump(name: "crosswalk-\(name).csv", lines: ["kind,value,customer_id"] + links.map { "ext,\($0),\($1)" })
    }

    static func erasures(_ name: String, _ customers: [String], vendor: String = "") -> Dump {
      let rows = customers.map { "\($0),\(vendor),2026-01-01T00:00:00Z" }
      return Dump(name: "erasures-\(name).csv", lines: ["customer_id,vendor_id,requested_at"] + rows)
    }
  }

  private let folder = TemporaryFolder()
  private let people = People(key: PseudonymKey(bytes: Array(repeating: 7, count: 32)))
  private var ledgers: [Dump: String] = [:]
  private var count = 0

  /// Settings whose windows end at `asOf`, days since the beginning, without suppression.
  static func settings(asOf: Double, days: Double = 20, _ change: (inout Settings) -> Void = { _ in }) -> Settings {
    var settings = Settings()
    settings.horizon = 5 * Calendar.day
    settings.followup = 4 * Calendar.day
    settings.curveCap = 6 * Calendar.day
    settings.asOf = Instant(seconds: Calendar.seconds(asOf))
    settings.surveyWindow = Window(from: Instant(seconds: Calendar.seconds(asOf - days)), to: settings.asOf)
    settings.eventWindow = Window(
      from: Instant(seconds: Calendar.seconds(asOf - 5 - days)), to: Instant(seconds: Calendar.seconds(asOf - 5)))
    settings.dimensions = ["channel", "region"]
    settings.minimumDenominator = 1
    settings.suppressionMinimum = 0
    settings.periods = .none
    settings.sensitivityDraws = 0
    change(&settings)
    return settings
  }

  /// What is known from some dumps.
  ///
  /// - Parameter readsAll: whether also what is at rest is read.
  func knowledge(_ dumps: [Dump], _ settings: Settings, readsAll: Bool = false) throws -> Knowledge {
    let ledgers = try Ledgers(dumps, of: self, settings)
    var plan = try ledgers.maker.plan(settings: settings)
    if readsAll { plan.resting = [] }
    let paths = Dictionary(zip(ledgers.readers.map(\.digest), ledgers.paths)) { first, _ in first }
    return Knowledge(plan: plan, linked: ledgers.copies) { paths[$0.digest] ?? "" }
  }

  /// The ledgers of some dumps, and their copies where a crosswalk asks for them.
  private struct Ledgers {
    let paths: [String]
    let readers: [LedgerReader]
    let copies: LinkedCopies?
    /// The copies, by the digests of their ledgers.
    let linked: [String: LedgerReader]
    let maker: PlanMaker

    init(_ dumps: [Dump], of warehouse: Warehouse, _ settings: Settings) throws {
      paths = try dumps.map { try warehouse.ledger($0, attributes: settings.attributes) }
      readers = try paths.map { try LedgerReader(path: $0) }
      let links = try IdentityLinks(readers)
      let copies = try links.map { [readers] in try warehouse.linkedCopies(of: readers, $0) }
      var linked: [String: LedgerReader] = [:]
      for digest in copies?.index.files ?? [] { linked[digest] = try LedgerReader(path: copies?.path(digest) ?? "") }
      (self.copies, self.linked) = (copies, linked)
      maker = PlanMaker(ledgers: readers, links: links, copies: linked)
    }
  }

  /// The plan of a night after another one, which has left its plan and fingerprints.
  func plan(
    _ dumps: [Dump], _ settings: Settings, after earlier: Plan?, _ files: inout [FingerprintFile]
  ) throws -> Plan {
    let ledgers = try Ledgers(dumps, of: self, settings)
    let readers = ledgers.readers.map { ledgers.linked[$0.digest] ?? $0 }
    files = try [DumpKind.interactions, .surveys].flatMap { kind in
      try fingerprints(
        FingerprintRenewal(
          kind, of: readers, before: settings.restingCutoff(of: kind), files: files.filter { $0.kind == kind }))
    }
    return try ledgers.maker.plan(settings: settings, earlier: earlier, fingerprints: files)
  }

  private func fingerprints(_ renewal: FingerprintRenewal) throws -> [FingerprintFile] {
    guard let name = renewal.name else { return renewal.kept }
    let sink = Collected()
    try renewal.write(to: sink)
    return renewal.kept + [try FingerprintFile(path: folder.write(sink.bytes, to: name))]
  }

  /// Where a ledger of a plan lies.
  func path(of ledger: PlannedLedger) -> String {
    ledgers.values.first { (try? LedgerReader(path: $0).digest) == ledger.digest } ?? ""
  }

  /// The copies of ledgers that a crosswalk asks for.
  private func linkedCopies(of readers: [LedgerReader], _ links: IdentityLinks) throws -> LinkedCopies {
    let folder = folder
    let index = try LinkedIndex(readers, links: links) { linked in
      let sink = Collected()
      try linked.write(directory: folder.path, to: sink)
      let path = folder.write(sink.bytes, to: "\(links.digest)-\(linked.original).ledger")
      return try LedgerReader(path: path).digest
    }
    return LinkedCopies(index: index) { "\(folder.path)/\(links.digest)-\($0).ledger" }
  }

  /// The ledger of a dump, which is read once.
  private func ledger(_ dump: Dump, attributes: [String]) throws -> String {
    if let path = ledgers[dump] { return path }
    guard let name = DumpName(dump.name) else { preconditionFailure("a test names its dumps well") }
    let path = folder.write(dump.lines.joined(separator: "\n") + "\n", to: dump.name)
    let builder = LedgerBuilder(kind: name.kind, attributes: attributes, directory: folder.path)
    let settings = IngestSettings(
      attributes: attributes, ceiling: QuarantineCeiling(shareMillionths: 0, rows: 0))
    let reading = try DumpReader(name: name, settings: settings, quarantine: Collected())
      .read(path: path, people: people, into: builder)
    precondition(reading.refusal == nil && reading.quarantined == 0, "\(dump.name): \(reading)")
    let sink = Collected()
    _ = try builder.finish(dictionaries: reading.dictionaries, to: sink)
    count += 1
    // The name of the ledger is the dump's; several contents of one name lie in folders of their own.
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/\(count)", withIntermediateDirectories: false)
    let ledger = folder.write(sink.bytes, to: "\(count)/\(dump.name).ledger")
    ledgers[dump] = ledger
    return ledger
  }

  /// The sums of a night, as its stages make them.
  func tables(_ knowledge: Knowledge) throws -> StateTables {
    let judged = try ThreadsPass(knowledge, buckets: 0..<Bucket.count).run()
    let sink = Collected()
    try judged.writeOutcomes(to: sink)
    count += 1
    let path = folder.write(sink.bytes, to: "\(count).outcomes")
    let outcomes = try OutcomeReader(path: path, planDigest: knowledge.plan.digest)
    var state = judged.state
    try state.merge(
      CustomersPass(knowledge, buckets: 0..<Bucket.count, outcomes: [outcomes]).run(), name: "customers")
    return state.tables
  }
}

/// Collects what is written.
private final class Collected: ByteSink {
  private(set) var bytes: [UInt8] = []

  func write(_ bytes: Span<UInt8>) {
    self.bytes.append(copying: bytes)
  }
}
