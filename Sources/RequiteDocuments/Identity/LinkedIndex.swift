import RequiteFormats
import RequiteModel

/// Which ledgers of a night have a copy that its crosswalk made: the file `states/linked.json`.
public struct LinkedIndex: Hashable, Sendable {
  /// The digest of the crosswalks (`IdentityLinks.digest`).
  public let crosswalk: String
  /// By the digest of a ledger, that of its copy: its own where a copy would be the same.
  public var copies: [String: String]

  /// An index without copies.
  public init(crosswalk: String, copies: [String: String] = [:]) {
    self.crosswalk = crosswalk
    self.copies = copies
  }

  /// The digests of the ledgers of which a copy is a file of its own.
  public var files: Set<String> { Set(copies.filter { $0.key != $0.value }.keys) }

  private static let schema = "requite.linked/1"

  /// The index as canonical bytes, with a final newline.
  public var document: [UInt8] {
    let json: JSONValue = [
      "schema": .string(LinkedIndex.schema), "crosswalk": .string(crosswalk),
      "copies": .object(copies.mapValues(JSONValue.string)),
    ]
    return json.canonical() + [0x0A]
  }

  /// Reads an index from the bytes of the file called `name`.
  public init(document bytes: [UInt8], name: String) throws(DocumentFailure) {
    let fields = try JSONFields(parsing: bytes, document: name)
    let schema = try fields.text("schema")
    guard schema == LinkedIndex.schema else { throw .unknownFormat(name, found: schema) }
    self.init(crosswalk: try fields.text("crosswalk"), copies: try fields.texts(under: "copies"))
  }
}

extension LinkedIndex {
  /// Makes the copies that a crosswalk asks for, except those that `earlier` already knows.
  ///
  /// - Parameters:
  ///   - ledgers: the ledgers of the night, of any kind.
  ///   - links: what their crosswalks say.
  ///   - earlier: an index of copies that are still there; one of another crosswalk is passed over.
  ///   - write: writes a copy and returns its digest.
  /// - Throws: as reading and writing do.
  public init(
    _ ledgers: [LedgerReader], links: IdentityLinks, earlier: LinkedIndex? = nil,
    write: (LinkedLedger) throws -> String
  ) throws {
    self.init(crosswalk: links.digest)
    for ledger in ledgers where LinkedLedger.isNeeded(for: ledger.footer.kind) && copies[ledger.digest] == nil {
      if let earlier, earlier.crosswalk == links.digest, let known = earlier.copies[ledger.digest] {
        copies[ledger.digest] = known
        continue
      }
      let linked = try LinkedLedger(ledger, links: links)
      copies[ledger.digest] = try linked.differs() ? write(linked) : ledger.digest
    }
  }
}
