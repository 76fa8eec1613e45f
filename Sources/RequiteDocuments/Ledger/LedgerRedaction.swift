import RequiteFormats
import RequiteModel

/// Takes the rows of a customer out of a ledger.
///
/// What remains has the bytes of a ledger that was made without these rows, but for its dictionaries and its latest time:
/// those tell nothing of a person, and a night must not move for them.
public struct LedgerRedaction {
  /// Whom to forget.
  public struct Forgotten: Hashable, Sendable {
    /// The customer.
    public var customer: Pseudonym
    /// All ids that mean the customer, the one that was named included.
    public var ids: Set<Pseudonym>
    /// The vendor that forgets; `nil` for every vendor.
    public var vendor: String?

    /// Names a customer, by every id that means them.
    public init(customer: Pseudonym, ids: Set<Pseudonym> = [], vendor: String? = nil) {
      self.customer = customer
      self.ids = ids.union([customer])
      self.vendor = vendor
    }
  }

  private let copy: LedgerCopy

  /// Prepares to read `ledger` with its own codes.
  public init(_ ledger: LedgerReader) throws {
    copy = try LedgerCopy(ledger)
  }

  /// How many rows of a customer the ledger holds; erasures do not count, they are what keeps somebody forgotten.
  public func count(of forgotten: Forgotten) throws -> Int64 {
    var selection = selection(forgotten)
    try copy.pass(&selection, to: nil)
    return selection.dropped
  }

  /// Writes the ledger without the rows of a customer.
  ///
  /// - Parameters:
  ///   - forgotten: the customer; `nil` leaves every row.
  ///   - directory: where rows go that do not fit into memory.
  ///   - sink: takes the bytes.
  /// - Returns: how many rows were left out.
  public func write(without forgotten: Forgotten?, directory: String, to sink: some ByteSink) throws -> Int64 {
    let builder = try copy.builder(directory: directory)
    var selection = selection(forgotten)
    try copy.pass(&selection, to: builder)
    _ = try builder.finish(dictionaries: copy.ledger.footer.dictionaries, to: sink)
    return selection.dropped
  }

  private func selection(_ forgotten: Forgotten?) -> Selection {
    Selection(forgotten: forgotten, vendors: copy.ledger.footer.dictionaries.vendors)
  }

  /// Which rows stay.
  private struct Selection: CopyFilter {
    let forgotten: Forgotten?
    let vendors: [String]
    /// Rows that do not stay.
    var dropped: Int64 = 0

    mutating func customer(of fact: some CustomerFact) -> Pseudonym? {
      guard let forgotten, forgotten.ids.contains(fact.customer),
        forgotten.vendor == nil || forgotten.vendor == vendors[Int(fact.vendor)]
      else { return fact.customer }
      dropped += 1
      return nil
    }

    /// Who is forgotten by one vendor alone is still known to the others, under all their ids.
    mutating func passes(_ row: CrosswalkRow) -> Bool {
      guard let forgotten, forgotten.vendor == nil else { return true }
      var isForgotten = forgotten.ids.contains(row.customer)
      row.forEachKey { isForgotten = isForgotten || forgotten.ids.contains($0) }
      if isForgotten { dropped += 1 }
      return !isForgotten
    }
  }
}
