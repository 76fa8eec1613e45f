/// Rows of one kind that no number of a night rests on, so that only its plan has to look at them: buckets of ledgers that
/// lie wholly before its period.
///
/// No row of such a bucket took place since `cutoff`. No event since then is of a thread that has a row in it, and neither
/// the id of such a thread's rows nor that of any response since then stands in it. Nobody of whom it tells asked to be
/// forgotten. Whatever is true of a cutoff is true of every later one.
public struct RestingRows: Hashable, Sendable {
  /// How many rows of a bucket, of all ledgers, are at rest.
  public struct Count: Hashable, Sendable {
    /// All of them.
    public var rows: Int64
    /// Those that repeat the id of another row of the bucket.
    public var repeated: Int64

    /// Creates a count.
    public init(rows: Int64, repeated: Int64) {
      self.rows = rows
      self.repeated = repeated
    }
  }

  /// What the rows are.
  public var kind: DumpKind
  /// The moment before which they all lie, with everything that belongs to them.
  public var cutoff: Instant
  /// The buckets of each ledger that has any, by the digest that the plan names; empty buckets are at rest with the others.
  public private(set) var buckets: [String: BucketSet] = [:]
  /// How many rows are at rest, by bucket.
  public private(set) var counts: [Int: Count] = [:]

  /// Nothing is at rest.
  public init(kind: DumpKind, cutoff: Instant) {
    self.kind = kind
    self.cutoff = cutoff
  }

  /// Whether no row is at rest.
  public var isEmpty: Bool { counts.isEmpty }

  /// The buckets of a ledger.
  public subscript(ledger: String) -> BucketSet { buckets[ledger] ?? BucketSet() }

  /// Adds a bucket of some ledgers, in which there are so many rows.
  public mutating func add(_ bucket: Int, of ledgers: some Sequence<String>, _ count: Count) {
    for ledger in ledgers { buckets[ledger, default: BucketSet()].insert(bucket) }
    if count.rows > 0 { counts[bucket] = count }
  }

  /// Adds the buckets of a ledger.
  public mutating func add(_ set: BucketSet, of ledger: String) {
    if !set.isEmpty { buckets[ledger] = set }
  }

  /// Takes a bucket out again, of all ledgers that have rows there.
  public mutating func wake(_ bucket: Int, of ledgers: some Sequence<String>) {
    for ledger in ledgers { buckets[ledger]?.remove(bucket) }
    counts[bucket] = nil
  }
}

extension Settings {
  /// The first moment of which any number tells; whoever came back to customers counts from the survey window on, too.
  public func earliestMoment(of kind: DumpKind) -> Instant {
    kind == .interactions ? min(eventWindow.from, surveyWindow.from) : surveyWindow.from
  }

  /// The moment before which rows may be at rest.
  ///
  /// A week before the first moment of which any number tells, so that the versions of the nights before need nothing that
  /// is at rest either, and so does a comparison with them.
  public func restingCutoff(of kind: DumpKind) -> Instant {
    Instant(seconds: earliestMoment(of: kind).seconds - 7 * 86_400)
  }
}
