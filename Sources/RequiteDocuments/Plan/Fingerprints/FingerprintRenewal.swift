import RequiteFormats
import RequiteModel

/// Which files of fingerprints of a kind stay, and which are put together with the ledgers that are in none.
///
/// A file is taken up by the new one unless it is more than twice as large: so there are never many files, and each
/// fingerprint is written a few times only, however long the history. One that is mostly of ledgers no longer there is
/// written anew.
public struct FingerprintRenewal {
  /// Files that stay as they are.
  public private(set) var kept: [FingerprintFile] = []
  /// Files that are not needed after this.
  public private(set) var replaced: [FingerprintFile] = []
  private let kind: DumpKind
  private let missing: [LedgerReader]
  private let living: Set<String>

  /// Decides.
  ///
  /// - Parameters:
  ///   - kind: events or responses.
  ///   - ledgers: the ledgers of a night, of any kind.
  ///   - cutoff: the moment before which those end whose fingerprints are wanted.
  ///   - files: the files of that kind that are there.
  public init(_ kind: DumpKind, of ledgers: [LedgerReader], before cutoff: Instant, files: [FingerprintFile]) {
    self.kind = kind
    living = Set(ledgers.map(\.digest))
    var known = Set(files.flatMap(\.ledgers))
    missing = ledgers.filter {
      $0.footer.kind == kind && $0.ends(before: cutoff) && known.insert($0.digest).inserted
    }
    var rows = missing.reduce(0) { $0 + $1.footer.rows }
    for file in files.sorted(by: { ($0.rows, $0.name) < ($1.rows, $1.name) }) {
      let isMostlyGone = 2 * file.ledgers.count(where: living.contains) < file.ledgers.count
      if isMostlyGone || file.rows <= 2 * rows {
        replaced.append(file)
        rows += file.rows
      } else {
        kept.append(file)
      }
    }
  }

  /// The name of the file to be written; `nil` where there is nothing to write.
  public var name: String? {
    let blocks = blocks
    return blocks.isEmpty ? nil : FingerprintFile.fileName(of: kind, blocks.map(\.digest))
  }

  /// The digests of the ledgers whose fingerprints the new file holds, and where they come from.
  private var blocks: [(digest: String, source: Source)] {
    var blocks: [(digest: String, source: Source)] = []
    for (number, file) in replaced.enumerated() {
      for (place, digest) in file.ledgers.enumerated() where living.contains(digest) {
        blocks.append((digest, .file(number, place)))
      }
    }
    return blocks + missing.indices.map { (missing[$0].digest, .ledger($0)) }
  }

  private enum Source {
    /// A file among those replaced, and the place of the ledger in it.
    case file(Int, Int)
    /// A ledger among those missing.
    case ledger(Int)
  }

  /// Writes the new file.
  public func write(to sink: some ByteSink) throws {
    let blocks = blocks
    let readers = missing.map(IdentityReader.init)
    var output = try BucketedOutput(sink: sink, magic: FingerprintFile.magic)
    var (identities, threads) = ([Hash128](), [Hash128]())
    for bucket in 0..<Bucket.count {
      let old = try replaced.map { try $0.blocks(of: bucket) }
      let rows = FingerprintRenewal.rows(missing, bucket) + old.joined().reduce(0) { $0 + $1.ids.count }
      try output.append(rows: rows) { writer in
        for block in blocks {
          switch block.source {
          case .file(let file, let place):
            FingerprintRenewal.append(old[file][place].ids, to: &writer)
            FingerprintRenewal.append(old[file][place].threads, to: &writer)
          case .ledger(let ledger):
            identities.removeAll(keepingCapacity: true)
            threads.removeAll(keepingCapacity: true)
            try readers[ledger].append(of: bucket, to: &identities, threads: &threads)
            FingerprintRenewal.append(identities, to: &writer)
            FingerprintRenewal.append(threads, to: &writer)
          }
        }
      }
    }
    try output.end([
      "schema": .string(FingerprintFile.schema), "kind": .string(kind.rawValue),
      "ledgers": .array(blocks.map { .string($0.digest) }),
    ])
  }

  private static func rows(_ ledgers: [LedgerReader], _ bucket: Int) -> Int {
    Int(ledgers.reduce(0) { $0 + $1.footer.buckets[bucket].rows })
  }

  private static func append(_ hashes: [Hash128], to writer: inout ByteWriter) {
    writer.append(UInt32(hashes.count))
    NumberColumn.append(hashes.count, to: &writer) { Int64(hashes[$0].fingerprint) }
  }

  private static func append(_ column: PackedColumn, to writer: inout ByteWriter) {
    writer.append(UInt32(column.count))
    NumberColumn.append(column.count, to: &writer) { column[$0] }
  }
}
