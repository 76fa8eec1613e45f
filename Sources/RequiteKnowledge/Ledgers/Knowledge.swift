import RequiteDocuments
import RequiteModel

/// What is known on a night: the facts of the ledgers that its plan names, wherever these lie.
///
///     let knowledge = Knowledge(plan: plan) { "Warehouse/ledgers/\($0.name)" }
///     for ledger in try knowledge.facts(of: .surveys) { … }
///
/// With a crosswalk among the ledgers every fact is the person's whom its customer's id means: events as they are read,
/// responses and revenue through copies of their ledgers.
public struct Knowledge {
  /// The plan of the night.
  public let plan: Plan
  private let linked: LinkedCopies?
  private let path: (PlannedLedger) -> String
  private let identities = LazyLinks()

  /// Names the ledgers of `plan`; nothing is read.
  ///
  /// - Parameters:
  ///   - plan: the plan of the night.
  ///   - linked: the linked copies of ledgers; needed where the plan has a crosswalk.
  ///   - path: where a ledger lies.
  public init(plan: Plan, linked: LinkedCopies? = nil, path: @escaping (PlannedLedger) -> String) {
    self.plan = plan
    self.linked = linked
    self.path = path
  }

  /// The same ledgers under another plan.
  func replacing(_ plan: Plan) -> Knowledge {
    Knowledge(plan: plan, linked: linked, path: path)
  }

  /// What the crosswalks of the plan say; `nil` where there are none.
  ///
  /// - Throws: as `ledgers(of:)`.
  func links() throws -> IdentityLinks? {
    guard plan.ledgers.contains(where: { $0.kind == .crosswalk }) else { return nil }
    return try identities.links { try ledgers(of: .crosswalk) }
  }

  /// The ledgers of one kind, each the very one that was planned with, or its linked copy.
  ///
  /// - Throws: `DocumentFailure` when one is damaged or not the one of the plan; a file's failure when one cannot be read.
  public func ledgers(of kind: DumpKind) throws -> [LedgerReader] {
    try plan.ledgers.filter { $0.kind == kind }.map(ledger)
  }

  /// A ledger of the plan, the very one that was planned with, or its linked copy.
  ///
  /// - Throws: as `ledgers(of:)`.
  func ledger(_ planned: PlannedLedger) throws -> LedgerReader {
    let copy = try digestOfCopy(planned)
    let reader = try LedgerReader(path: copy.flatMap { _ in linked?.path(planned.digest) } ?? path(planned))
    guard reader.digest == copy ?? planned.digest else { throw DocumentFailure.otherPlan(planned.name) }
    return reader
  }

  /// The digest of the linked copy of a ledger; `nil` where the ledger itself is read.
  private func digestOfCopy(_ planned: PlannedLedger) throws -> String? {
    guard LinkedLedger.isNeeded(for: planned.kind), let links = try links() else { return nil }
    guard let index = linked?.index, index.crosswalk == links.digest, let copy = index.copies[planned.digest] else {
      throw DocumentFailure.otherPlan(planned.name)
    }
    return copy == planned.digest ? nil : copy
  }

  /// The ledgers of one kind, read with the plan's codes.
  ///
  /// What the plan calls at rest is not read; a ledger of which nothing else is left is not even opened.
  ///
  /// - Throws: as `ledgers(of:)`.
  public func facts(of kind: DumpKind) throws -> [FactReader] {
    let links = try links()
    let resting = plan.resting(kind)
    return try plan.ledgers.filter { $0.kind == kind }.compactMap { planned in
      let resting = resting?[planned.digest] ?? BucketSet()
      return resting.isFull ? nil : try FactReader(ledger(planned), plan: plan, links: links, resting: resting)
    }
  }
}

/// The linked copies of ledgers, and where they lie.
public struct LinkedCopies {
  /// Which ledgers have copies.
  public let index: LinkedIndex
  /// Where the copy of a ledger of that digest lies.
  public let path: (String) -> String

  /// Names copies; nothing is read.
  public init(index: LinkedIndex, path: @escaping (String) -> String) {
    self.index = index
    self.path = path
  }
}

/// Reads crosswalks once, when they are first asked for.
private final class LazyLinks {
  private var known: IdentityLinks?

  func links(_ ledgers: () throws -> [LedgerReader]) throws -> IdentityLinks? {
    if known == nil { known = try IdentityLinks(ledgers()) }
    return known
  }
}
