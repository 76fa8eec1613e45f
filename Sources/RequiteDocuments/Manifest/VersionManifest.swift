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

  /// What the version is.
  public var address: VersionAddress
  /// What became of the dumps.
  public var dumps: [DumpAccount]
  /// What became of the accepted rows when each fact was made to count once.
  public var facts: [FactAccount]
  /// The files, by name.
  public var outputs: [Output]

  /// The manifest of a version whose other files are `outputs`; dumps and files may come in any order.
  public init(address: VersionAddress, dumps: [DumpAccount], facts: [FactAccount], outputs: [Output]) {
    self.address = address
    self.facts = facts
    self.dumps = dumps.sorted { $0.dump.utf8.lexicographicallyPrecedes($1.dump.utf8) }
    self.outputs = outputs.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  static let schema = "requite.version/1"

  /// The manifest as a readable JSON document with sorted keys.
  public var document: [UInt8] {
    JSONValue.object([
      "schema": .string(VersionManifest.schema),
      "id": .string(address.id),
      "address": .string(address.digest),
      "facts": .string(Hex.text(of: address.facts.high) + Hex.text(of: address.facts.low)),
      "settings": address.settings.json,
      "measures": .string(address.measures),
      "dumps": .array(dumps.map(\.json)),
      "rows": .array(facts.map(\.json)),
      "outputs": .array(
        outputs.map { ["name": .string($0.name), "sha256": .string($0.sha256), "bytes": .integer($0.bytes)] }),
    ]).pretty()
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
    for item in try fields.array("dumps") { dumps.append(try DumpAccount(JSONFields(item, document: name), name)) }
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
