import RequiteFormats
import RequiteModel

/// What stands at the end of a ledger: what it holds, what its codes mean, where its buckets are.
///
/// The footer is canonical JSON and names the checksum of every bucket, so that its own digest stands for the whole ledger.
public struct LedgerFooter: Hashable, Sendable {
  /// What the ledger holds.
  public var kind: DumpKind
  /// The attributes whose levels it holds, in order.
  public var attributes: [String]
  /// What the codes mean; each list by bytes.
  public var dictionaries: RowDictionaries
  /// Where its agents stand; a row is an agent.
  public var agents: BucketExtent
  /// The 256 buckets, in order.
  public var buckets: [BucketExtent]
  /// The latest time of any row, `nil` without rows.
  public var latest: Instant?
  /// Customers to be forgotten; erasures only.
  public var erasures: [ErasureRow]

  /// All rows.
  public var rows: Int64 { buckets.reduce(0) { $0 + $1.rows } }
}

extension LedgerFooter {
  static let schema = "requite.ledger/2"

  /// The footer's own fields; the buckets are added by whoever lays out the file.
  var fields: [String: JSONValue] {
    [
      "schema": .string(LedgerFooter.schema),
      "kind": .string(kind.rawValue),
      "attributes": .array(attributes.map(JSONValue.string)),
      "vendors": .array(dictionaries.vendors.map(JSONValue.string)),
      "channels": .array(dictionaries.channels.map(JSONValue.string)),
      "strata": .array(dictionaries.strata.map(JSONValue.string)),
      "scales": .array(dictionaries.scales.map(JSONValue.string)),
      "levels": .array(dictionaries.levels.map { .array($0.map(JSONValue.string)) }),
      "agents": agents.json,
      "latest": latest.map { .integer($0.seconds) } ?? .null,
      "erasures": .array(erasures.map(\.json)),
    ]
  }

  init(json: JSONValue, buckets: [BucketExtent], document: String) throws(DocumentFailure) {
    let fields = JSONFields(json, document: document)
    let schema = try fields.text("schema")
    guard schema == LedgerFooter.schema else { throw .unknownFormat(document, found: schema) }
    guard let kind = DumpKind(rawValue: try fields.text("kind")) else { throw .meaningless(document, field: "kind") }
    self.kind = kind
    self.buckets = buckets
    guard let agents = json["agents"].flatMap(BucketExtent.init(json:)) else {
      throw .meaningless(document, field: "agents")
    }
    self.agents = agents
    attributes = try fields.texts("attributes")
    dictionaries = try RowDictionaries(fields, document)
    latest = json["latest"]?.integer.map(Instant.init)
    erasures = []
    for item in try fields.array("erasures") {
      guard let row = ErasureRow(json: item), dictionaries.vendors.indices.contains(Int(row.vendor)) else {
        throw .damaged(document)
      }
      erasures.append(row)
    }
  }
}

extension RowDictionaries {
  fileprivate init(_ fields: JSONFields, _ document: String) throws(DocumentFailure) {
    self.init()
    vendors = try fields.texts("vendors")
    channels = try fields.texts("channels")
    strata = try fields.texts("strata")
    scales = try fields.texts("scales")
    levels = []
    for list in try fields.array("levels") { levels.append(try JSONFields.texts(list, document)) }
  }
}

extension ErasureRow {
  fileprivate var json: JSONValue {
    .array([.integer(Int64(vendor)), .string(Hex.text(of: customer.high)), .string(Hex.text(of: customer.low))])
  }

  fileprivate init?(json: JSONValue) {
    guard let parts = json.array, parts.count == 3, let vendor = parts[0].integer.flatMap(UInt32.init(exactly:)),
      let high = parts[1].string.flatMap({ UInt64($0, radix: 16) }),
      let low = parts[2].string.flatMap({ UInt64($0, radix: 16) })
    else { return nil }
    self.init(vendor: vendor, customer: Pseudonym(high: high, low: low))
  }
}
