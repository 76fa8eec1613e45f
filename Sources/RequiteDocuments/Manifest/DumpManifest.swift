import RequiteFormats
import RequiteModel

/// What ingest leaves last for each dump, beside the ledger: `ledgers/<dump>.manifest.json`.
///
/// A ledger without its manifest is not complete. A refused dump has a manifest, and no ledger.
public struct DumpManifest: Hashable, Sendable {
  /// What became of the rows.
  public var account: DumpAccount
  /// Bytes of the content, uncompressed.
  public var bytes: Int64
  /// Digest of the ledger, `nil` for a refused dump.
  public var ledger: String?
  /// Why nothing of the dump counts, as a short word that never changes its meaning; `nil` for a dump that was taken.
  public var refusal: String?
  /// Digest of the settings the dump was read with.
  public var settings: String
  /// Which key made the pseudonyms: a fingerprint of the key, not the key.
  public var key: String

  /// Creates a manifest.
  public init(
    account: DumpAccount, bytes: Int64, ledger: String?, refusal: String? = nil, settings: String, key: String
  ) {
    self.account = account
    self.bytes = bytes
    self.ledger = ledger
    self.refusal = refusal
    self.settings = settings
    self.key = key
  }
}

extension DumpManifest {
  static let schema = "requite.dump/1"

  /// The name under which customers who were forgotten by hand take part in a night: as a dump of erasures that no file of
  /// dumps can be called like.
  public static let tombstones = "erasures-forgotten"

  /// The manifest as a readable JSON document with sorted keys.
  public var document: [UInt8] {
    var fields = account.fields
    fields["schema"] = .string(DumpManifest.schema)
    fields["bytes"] = .integer(bytes)
    fields["ledger"] = ledger.map(JSONValue.string) ?? .null
    fields["refusal"] = refusal.map(JSONValue.string) ?? .null
    fields["settings"] = .string(settings)
    fields["key"] = .string(key)
    return JSONValue.object(fields).pretty()
  }

  /// Reads a manifest from the bytes of the file called `name`.
  public init(document bytes: [UInt8], name: String) throws(DocumentFailure) {
    let fields = try JSONFields(parsing: bytes, document: name)
    let schema = try fields.text("schema")
    guard schema == DumpManifest.schema else { throw .unknownFormat(name, found: schema) }
    self.init(
      account: try DumpAccount(fields, name), bytes: try fields.integer("bytes"),
      ledger: try fields.optionalText("ledger"), refusal: try fields.optionalText("refusal"),
      settings: try fields.text("settings"), key: try fields.text("key"))
  }
}
