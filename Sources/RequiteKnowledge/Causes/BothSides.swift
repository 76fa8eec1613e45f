import RequiteDocuments
import RequiteModel
import RequiteScoring

/// The ledgers of two versions under common codes, each ledger that both share once.
struct BothSides {
  /// A ledger, and which side takes it into account.
  ///
  /// A class, since its footer and codes are many arrays, and it goes along with every bucket.
  final class Ledger {
    /// The ledger.
    let reader: LedgerReader
    /// Its facts, in the common codes.
    let facts: FactReader
    /// The dumps it was of on the earlier side; none where that side does not know it.
    let namesBefore: Set<String>
    /// Whether the later version knows it.
    let isAfter: Bool

    init(reader: LedgerReader, facts: FactReader, namesBefore: Set<String>, isAfter: Bool) {
      self.reader = reader
      self.facts = facts
      self.namesBefore = namesBefore
      self.isAfter = isAfter
    }

    /// Whether the earlier version knows it.
    var isBefore: Bool { !namesBefore.isEmpty }

    /// Whether both versions know it.
    var isCommon: Bool { isBefore && isAfter }
  }

  /// The common codes; its relocations are of neither side.
  let words: Plan
  /// What counts on the earlier side.
  let before: FactFilter
  /// What counts on the later side.
  let after: FactFilter
  /// The dumps of the later side, by names that do not depend on how they were compressed.
  let laterDumps: Set<String>
  /// The lines of crosswalks that only one side knows.
  let crosswalkChanges: CrosswalkChanges
  private let ledgers: [DumpKind: [Ledger]]
  private let erasures: (before: Set<NamedErasure>, after: Set<NamedErasure>)

  /// Opens the ledgers of both sides.
  ///
  /// What is at rest on both sides of a ledger that both share is not read.
  ///
  /// - Parameters:
  ///   - before: the earlier side.
  ///   - after: the later side.
  ///   - unique: the kinds of which no two rows have one id on either side; of others everything is read, since which row
  ///     of an id counts depends on all of them.
  /// - Throws: `DocumentFailure` for a ledger that is damaged or not the one of its plan.
  init(before: Knowledge, after: Knowledge, unique: Set<DumpKind> = []) throws {
    var found: [String: Found] = [:]
    try BothSides.find(before) { found[$1.key, default: $1].namesBefore.insert(BothSides.dumpName(of: $0)) }
    try BothSides.find(after) { found[$1.key, default: $1].isAfter = true }
    let sorted = found.keys.sorted().compactMap { found[$0] }
    let words = PlanMaker(ledgers: sorted.map(\.reader))
      .words(settings: BothSides.settings(before.plan.settings, after.plan.settings))
    self.words = words
    // Erasures and crosswalks hold no facts: whom they name is known by the filters below, and by the readers.
    let resting = CommonRest(before.plan, after.plan, unique: unique)
    ledgers = Dictionary(
      grouping: try sorted.filter { ![.erasures, .crosswalk].contains($0.reader.footer.kind) }.map {
        Ledger(
          reader: $0.reader,
          facts: try FactReader(
            $0.reader, plan: words, links: $0.links,
            resting: $0.isCommon ? resting.buckets(of: $0.digest, kind: $0.reader.footer.kind) : BucketSet()),
          namesBefore: $0.namesBefore, isAfter: $0.isAfter)
      }, by: \.reader.footer.kind)
    self.before = try FactFilter(before.translated(to: words))
    self.after = try FactFilter(after.translated(to: words))
    laterDumps = Set(after.plan.ledgers.map(BothSides.dumpName))
    erasures = (try NamedErasure.all(in: before), try NamedErasure.all(in: after))
    crosswalkChanges = try CrosswalkChanges(before: before, after: after)
  }

  /// The ledgers of one kind.
  func ledgers(of kind: DumpKind) -> [Ledger] { ledgers[kind] ?? [] }

  /// How many erasures only the earlier side, and only the later side knows.
  var erasureChanges: (removed: Int, late: Int) {
    (erasures.before.subtracting(erasures.after).count, erasures.after.subtracting(erasures.before).count)
  }

  /// Whether the sides have forgotten different customers.
  var erasuresDiffer: Bool { erasures.before != erasures.after }

  /// The ids that stand in several buckets on either side.
  var relocated: Set<Hash128> { Set(before.relocations.keys).union(after.relocations.keys) }

  /// Whether every row stands on both sides or on neither, for all that ledgers and erasures say.
  func agree(on kind: DumpKind) -> Bool {
    ledgers(of: kind).allSatisfy(\.isCommon) && erasures.before == erasures.after
      && before.relocations == after.relocations
  }

  /// Whether a ledger's dump is among those of the later side, whatever became of its content.
  func isKnownLater(_ ledger: Ledger) -> Bool { !laterDumps.isDisjoint(with: ledger.namesBefore) }

  /// A ledger on its way into the list of all.
  private struct Found {
    let reader: LedgerReader
    let links: IdentityLinks?
    /// By what the plan knows the ledger.
    let digest: String
    var namesBefore: Set<String> = []
    var isAfter = false

    var isCommon: Bool { isAfter && !namesBefore.isEmpty }

    /// Of two sides with the same key the rows are the same: events are linked as they are read, so that those of one
    /// ledger differ under another crosswalk.
    var key: String {
      reader.footer.kind == .interactions ? reader.digest + (links?.digest ?? "") : reader.digest
    }
  }

  /// Calls `body` with each ledger of a side and what is known of it so far.
  private static func find(_ side: Knowledge, _ body: (PlannedLedger, Found) -> Void) throws {
    let links = try side.links()
    for planned in side.plan.ledgers {
      body(planned, Found(reader: try side.ledger(planned), links: links, digest: planned.digest))
    }
  }

  /// The settings for common codes: dimensions and attributes that both sides have.
  private static func settings(_ before: Settings, _ after: Settings) -> Settings {
    var settings = before
    settings.dimensions = before.dimensions.filter(after.dimensions.contains)
    let others = before.attributes.filter { name in
      after.attributes.contains(name) && !settings.dimensions.contains(name) && name != Settings.unitAttribute
    }
    settings.raking = RakingSettings()
    settings.raking.margins = others.map { RakingSettings.Margin(name: $0, shares: []) }
    settings.periods = .none
    return settings
  }

  /// The dump of a ledger, by a name that does not depend on how it was compressed.
  private static func dumpName(of ledger: PlannedLedger) -> String {
    var name = ledger.name[...]
    for ending in [".ledger", ".gz"] where name.hasSuffix(ending) { name = name.dropLast(ending.count) }
    return String(name)
  }
}

extension Knowledge {
  /// The same facts under other codes; ids count in the same buckets.
  fileprivate func translated(to words: Plan) -> Knowledge {
    var plan = words
    plan.ledgers = self.plan.ledgers
    plan.relocations = self.plan.relocations
    return replacing(plan)
  }
}

/// An erasure by the vendor's name, which is the same under every plan.
private struct NamedErasure: Hashable {
  let vendor: String
  let customer: Pseudonym

  static func all(in knowledge: Knowledge) throws -> Set<NamedErasure> {
    var all: Set<NamedErasure> = []
    for ledger in try knowledge.ledgers(of: .erasures) {
      for row in ledger.footer.erasures {
        all.insert(
          NamedErasure(vendor: ledger.footer.dictionaries.vendors[Int(row.vendor)], customer: row.customer))
      }
    }
    return all
  }
}
