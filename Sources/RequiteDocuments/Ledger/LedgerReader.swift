import RequiteFormats
import RequiteModel

/// Reads a ledger, bucket by bucket.
///
/// Every bucket's checksum is verified before its rows are believed.
public struct LedgerReader: Sendable {
  static let magic = Array("RQLEDG02".utf8)

  private let file: BucketedInput
  /// What the ledger holds.
  public let footer: LedgerFooter
  /// The agents, to whom the rows of interactions point.
  let agents: [Pseudonym]

  /// Reads the footer and the agents of the ledger at `path`.
  public init(path: String) throws {
    file = try BucketedInput(path: path, magic: LedgerReader.magic)
    footer = try LedgerFooter(json: file.footer, buckets: file.buckets, document: file.name)
    var section = try file.section(footer.agents)
    agents = try AgentSection.decode(&section, count: Int(footer.agents.rows))
  }

  /// The file's name without its directory.
  public var name: String { file.name }

  /// SHA-256 of the footer, which covers every bucket's checksum, in hexadecimal.
  public var digest: String { file.digest }

  /// Whether it has rows with a time, all of them before `moment`.
  func ends(before moment: Instant) -> Bool {
    footer.latest.map { $0 < moment } ?? false
  }

  /// The events of one bucket with the plan's codes, their ids and levels in `arena`; empty for a ledger of another kind.
  ///
  /// Whoever reads several buckets does so with a ``FactReader``, which works the plan's codes out once.
  public func interactions(bucket: Int, plan: Plan, to arena: FactArena) throws -> [Interaction] {
    var rows: [Interaction] = []
    try FactReader(self, plan: plan).appendInteractions(of: bucket, to: &rows, arena: arena)
    return rows
  }

  /// The responses of one bucket with the plan's codes, their ids and levels in `arena`; empty for a ledger of another kind.
  public func responses(bucket: Int, plan: Plan, to arena: FactArena) throws -> [Response] {
    var rows: [Response] = []
    try FactReader(self, plan: plan).appendResponses(of: bucket, to: &rows, arena: arena)
    return rows
  }

  /// The revenue of one bucket with the plan's codes; empty for a ledger of another kind.
  public func revenues(bucket: Int, plan: Plan) throws -> [Revenue] {
    try FactReader(self, plan: plan).revenues(bucket: bucket)
  }

  /// The bytes of one bucket, verified.
  func block(_ bucket: Int) throws -> ByteReader {
    try file.block(bucket)
  }
}
