import RequiteFormats
import RequiteModel

extension Plan {
  static let schema = "requite.plan/1"

  /// The plan as canonical bytes, with a final newline: the file `states/plan.json`.
  public var document: [UInt8] {
    json.canonical() + [0x0A]
  }

  /// SHA-256 of the canonical bytes, which every state made under this plan carries.
  public var digest: String {
    SHA256Digest.hex(of: document)
  }

  private var json: JSONValue {
    var fields: [String: JSONValue] = [
      "schema": .string(Plan.schema),
      "settings": settings.json,
      "ledgers": .array(
        ledgers.map { ["name": .string($0.name), "kind": .string($0.kind.rawValue), "digest": .string($0.digest)] }),
      "vendors": .array(vendors.map(JSONValue.string)),
      "channels": .array(channels.map(JSONValue.string)),
      "strata": .array(strata.map(JSONValue.string)),
      "levels": .array(levels.map { .array($0.map(JSONValue.string)) }),
      "periods": .array(periods.map(JSONValue.string)),
      "relocations": .array(relocations.map(\.json)),
    ]
    if !resting.isEmpty { fields["resting"] = .array(resting.map(\.json)) }
    return .object(fields)
  }

  /// Reads a plan from the bytes of the file called `name`.
  public init(document bytes: [UInt8], name: String) throws(DocumentFailure) {
    let fields = try JSONFields(parsing: bytes, document: name)
    let schema = try fields.text("schema")
    guard schema == Plan.schema else { throw .unknownFormat(name, found: schema) }
    var ledgers: [PlannedLedger] = []
    for item in try fields.array("ledgers") {
      ledgers.append(try PlannedLedger(JSONFields(item, document: name), name))
    }
    var levels: [[String]] = []
    for list in try fields.array("levels") { levels.append(try JSONFields.texts(list, name)) }
    var relocations: [Relocation] = []
    for item in try fields.array("relocations") {
      relocations.append(try Relocation(JSONFields(item, document: name), name))
    }
    var resting: [RestingRows] = []
    for item in try fields.optionalArray("resting") {
      resting.append(try RestingRows(JSONFields(item, document: name), name))
    }
    self.init(
      settings: try Settings(try fields.object("settings"), name), ledgers: ledgers,
      vendors: try fields.texts("vendors"), channels: try fields.texts("channels"), strata: try fields.texts("strata"),
      levels: levels, periods: try fields.texts("periods"), relocations: relocations, resting: resting)
  }
}

extension PlannedLedger {
  fileprivate init(_ fields: JSONFields, _ document: String) throws(DocumentFailure) {
    guard let kind = DumpKind(rawValue: try fields.text("kind")) else { throw .meaningless(document, field: "kind") }
    self.init(name: try fields.text("name"), kind: kind, digest: try fields.text("digest"))
  }
}

extension Relocation {
  fileprivate var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "identity": .string(Hex.text(of: identity.high) + Hex.text(of: identity.low)),
      "bucket": .integer(Int64(bucket)), "conflict": .bool(isConflict),
    ]
  }

  fileprivate init(_ fields: JSONFields, _ document: String) throws(DocumentFailure) {
    let identity = try fields.text("identity")
    guard let kind = DumpKind(rawValue: try fields.text("kind")), identity.utf8.count == 32,
      let high = UInt64(identity.prefix(16), radix: 16), let low = UInt64(identity.suffix(16), radix: 16)
    else { throw .meaningless(document, field: "relocation") }
    self.init(
      kind: kind, identity: Hash128(high: high, low: low), bucket: Int(try fields.integer("bucket")),
      isConflict: try fields.truth("conflict"))
  }
}
