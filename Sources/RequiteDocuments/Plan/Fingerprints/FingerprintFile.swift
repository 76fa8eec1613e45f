import RequiteFormats
import RequiteModel

/// Fingerprints of the ids and threads of old ledgers: what it takes to see that none of them comes again.
///
/// Each is 32 bits long, which makes about six bytes an event and four a response. The files lie among the states, follow
/// from the ledgers alone, and can be removed at any time.
///
/// Layout of a bucket: for each ledger the count and the column of its rows' ids, then the count and the column of its
/// threads.
public final class FingerprintFile {
  /// Changes with the way in which fingerprints are made: those of another way would be met by nothing.
  static let magic = Array("RQFING01".utf8)
  static let schema = "requite.fingerprints/1"

  /// Those of one ledger in one bucket.
  package struct Block {
    /// Of its rows' ids.
    package let ids: PackedColumn
    /// Of its threads; none among responses.
    package let threads: PackedColumn
  }

  /// What the ledgers hold.
  public let kind: DumpKind
  /// The digests of the ledgers, in the order in which their fingerprints stand.
  public let ledgers: [String]
  private let file: BucketedInput

  /// Opens the file at `path`.
  public init(path: String) throws {
    file = try BucketedInput(path: path, magic: FingerprintFile.magic)
    let fields = JSONFields(file.footer, document: file.name)
    let schema = try fields.text("schema")
    guard schema == FingerprintFile.schema else { throw DocumentFailure.unknownFormat(file.name, found: schema) }
    guard let kind = DumpKind(rawValue: try fields.text("kind")) else {
      throw DocumentFailure.meaningless(file.name, field: "kind")
    }
    self.kind = kind
    ledgers = try fields.texts("ledgers")
  }

  /// The file's name without its directory.
  public var name: String { file.name }

  /// How many ids it holds.
  var rows: Int64 { file.buckets.reduce(0) { $0 + $1.rows } }

  /// The fingerprints of one bucket, ledger after ledger.
  package func blocks(of bucket: Int) throws -> [Block] {
    var reader = try file.block(bucket)
    return try ledgers.map { _ in
      let ids = try PackedColumn(from: &reader, count: try reader.readCount(ofItems: 0))
      return Block(ids: ids, threads: try PackedColumn(from: &reader, count: try reader.readCount(ofItems: 0)))
    }
  }
}

extension FingerprintFile {
  /// The name of the file with the fingerprints of `ledgers`, which are named by their digests.
  public static func fileName(of kind: DumpKind, _ ledgers: [String]) -> String {
    let digest = SHA256Digest.hex(of: Array(ledgers.joined(separator: "\n").utf8))
    return "\(prefix)\(kind.rawValue)-\(digest.prefix(16))\(suffix)"
  }

  /// Whether a file of this name holds fingerprints.
  public static func isFingerprintFile(_ name: String) -> Bool { name.hasPrefix(prefix) && name.hasSuffix(suffix) }

  private static let prefix = "fingerprints-"
  private static let suffix = ".fingerprints"
}
