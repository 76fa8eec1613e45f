import RequiteFormats
import RequiteModel

/// The `manifest.json` of a version: its address, and beside it what need not be the same elsewhere: the dumps, the files.
public struct VersionManifest: Hashable, Sendable {
  /// A file of the version.
  public struct Output: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// SHA-256 of its bytes, in hexadecimal.
    public var sha256: String
    /// Its length.
    public var bytes: Int64

    /// Names a file.
    public init(name: String, sha256: String, bytes: Int64) {
      self.name = name
      self.sha256 = sha256
      self.bytes = bytes
    }
  }

  /// The digests under which what the version was made of is kept in the store that published it.
  ///
  /// They depend on the key of the pseudonyms, as everything does in which a pseudonym stands.
  public struct Objects: Hashable, Sendable {
    /// SHA-256 of the plan, which names the ledgers.
    public var plan: String
    /// SHA-256 of the merged state.
    public var state: String
    /// By the name of the dump, the digest of its ledger.
    public var ledgers: [String: String]

    /// Names objects.
    public init(plan: String, state: String, ledgers: [String: String]) {
      self.plan = plan
      self.state = state
      self.ledgers = ledgers
    }
  }

  /// What the version is.
  public var address: VersionAddress
  /// What became of the dumps.
  public var dumps: [DumpAccount]
  /// What became of the accepted rows when each fact was made to count once.
  public var facts: [FactAccount]
  /// The files, by name.
  public var outputs: [Output]
  /// What the version was made of; `nil` for a version from before that was kept.
  public var objects: Objects?

  /// The manifest of a version whose other files are `outputs`; dumps and files may come in any order.
  public init(
    address: VersionAddress, dumps: [DumpAccount], facts: [FactAccount], outputs: [Output], objects: Objects? = nil
  ) {
    self.address = address
    self.facts = facts
    self.objects = objects
    self.dumps = dumps.sorted { $0.dump.utf8.lexicographicallyPrecedes($1.dump.utf8) }
    self.outputs = outputs.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  static let schema = "requite.version/1"

  /// The manifest as a readable JSON document with sorted keys.
  public var document: [UInt8] {
    var fields: [String: JSONValue] = [
      "schema": .string(VersionManifest.schema),
      "id": .string(address.id),
      "address": .string(address.digest),
      "facts": .string(address.factsText),
      "settings": address.settings.json,
      "coordinates": coordinates,
      "measures": .string(address.measures),
      "dumps": .array(dumps.map(json)),
      "rows": .array(facts.map(\.json)),
      "outputs": .array(
        outputs.map { ["name": .string($0.name), "sha256": .string($0.sha256), "bytes": .integer($0.bytes)] }),
    ]
    if let objects { fields["objects"] = ["plan": .string(objects.plan), "state": .string(objects.state)] }
    return JSONValue.object(fields).pretty()
  }

  /// A dump, with the digest of its ledger where that is kept.
  private func json(_ dump: DumpAccount) -> JSONValue {
    var fields = dump.fields
    if let objects { fields["ledger"] = objects.ledgers[dump.dump].map(JSONValue.string) ?? .null }
    return .object(fields)
  }
}

extension VersionManifest {
  /// Reads a manifest from the bytes of the file called `name`.
  public init(document bytes: [UInt8], name: String) throws(DocumentFailure) {
    let fields = try JSONFields(parsing: bytes, document: name)
    let schema = try fields.text("schema")
    guard schema == VersionManifest.schema else { throw .unknownFormat(name, found: schema) }
    let facts = try fields.text("facts")
    guard facts.utf8.count == 32, let high = UInt64(facts.prefix(16), radix: 16),
      let low = UInt64(facts.suffix(16), radix: 16)
    else { throw .meaningless(name, field: "facts") }
    address = VersionAddress(
      facts: Hash128(high: high, low: low), settings: try Settings(try fields.object("settings"), name),
      measures: try fields.text("measures"))
    guard try fields.text("address") == address.digest else { throw .damaged(name) }
    dumps = []
    var ledgers: [String: String] = [:]
    for item in try fields.array("dumps") {
      dumps.append(try DumpAccount(JSONFields(item, document: name), name))
      ledgers[dumps[dumps.count - 1].dump] = item["ledger"]?.string
    }
    objects = try fields.member("objects").map { objects throws(DocumentFailure) in
      Objects(plan: try objects.text("plan"), state: try objects.text("state"), ledgers: ledgers)
    }
    self.facts = []
    for item in try fields.array("rows") { self.facts.append(try FactAccount(JSONFields(item, document: name), name)) }
    outputs = []
    for item in try fields.array("outputs") {
      let output = JSONFields(item, document: name)
      outputs.append(
        Output(
          name: try output.text("name"), sha256: try output.text("sha256"), bytes: try output.integer("bytes")))
    }
  }
}
