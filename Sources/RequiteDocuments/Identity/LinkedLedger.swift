import RequiteFormats
import RequiteModel

/// A ledger of responses or revenue as it is with a crosswalk: every row is the person's whom its customer's id means, and
/// stands in that person's bucket.
///
/// Rows that turn out to be of one identity all stay: they were counted when their dumps were read, and are settled where
/// those of all ledgers meet.
public struct LinkedLedger {
  private let copy: LedgerCopy
  private let links: IdentityLinks

  /// Prepares to read `ledger`.
  public init(_ ledger: LedgerReader, links: IdentityLinks) throws {
    copy = try LedgerCopy(ledger)
    self.links = links
  }

  /// The digest of the ledger as it was read.
  public var original: String { copy.ledger.digest }

  /// Whether rows of this kind stand where their customer decides, and must move with them.
  public static func isNeeded(for kind: DumpKind) -> Bool {
    switch kind {
    case .surveys, .revenue: true
    case .interactions, .crosswalk, .erasures: false
    }
  }

  /// Whether any row is of somebody else than it says; without one the ledger is its own copy.
  ///
  /// Looks no further than the first bucket that has one.
  public func differs() throws -> Bool {
    for bucket in 0..<Bucket.count {
      var moves = Moves(links: links)
      try copy.pass(bucket, &moves, to: nil)
      if moves.isAny { return true }
    }
    return false
  }

  /// Writes the copy.
  ///
  /// - Parameters:
  ///   - directory: where rows go that do not fit into memory.
  ///   - sink: takes the bytes.
  public func write(directory: String, to sink: some ByteSink) throws {
    let builder = try copy.builder(directory: directory, keepsRepeats: true)
    var moves = Moves(links: links)
    try copy.pass(&moves, to: builder)
    _ = try builder.finish(dictionaries: copy.ledger.footer.dictionaries, to: sink)
  }

  /// Whose every row is.
  private struct Moves: CopyFilter {
    let links: IdentityLinks
    /// Whether a row is of somebody else than it says.
    var isAny = false

    mutating func customer(of fact: some CustomerFact) -> Pseudonym? {
      let person = links.person(of: fact.customer)
      if person != fact.customer { isAny = true }
      return person
    }

    mutating func passes(_ row: CrosswalkRow) -> Bool { true }
  }
}
