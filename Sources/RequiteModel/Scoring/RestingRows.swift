/// Rows of one kind that no number of a night rests on, so that only its plan has to look at them: buckets of ledgers that
/// lie wholly before its period.
///
/// No row of such a bucket took place since `cutoff`. No event since then is of a thread that has a row in it, and neither
/// the id of such a thread's rows nor that of any response since then stands in it. Nobody of whom it tells asked to be
/// forgotten. Whatever is true of a cutoff is true of every later one.
public struct RestingRows: Hashable, Sendable {
  /// What the rows are.
  public var kind: DumpKind
  /// The moment before which they all lie, with everything that belongs to them.
  public var cutoff: Instant
  /// The buckets of each ledger that has any, by the digest that the plan names.
  public private(set) var buckets: [String: BucketSet] = [:]
  /// How many rows of a bucket repeat an id, where there are any.
  public private(set) var repeated: [Int: Int64] = [:]

  /// Nothing is at rest.
  public init(kind: DumpKind, cutoff: Instant) {
    self.kind = kind
    self.cutoff = cutoff
  }

  /// Whether nothing is at rest.
  public var isEmpty: Bool { buckets.isEmpty }

  /// The buckets of a ledger.
  public subscript(ledger: String) -> BucketSet { buckets[ledger] ?? BucketSet() }

  /// Adds a bucket of some ledgers, of whose rows so many repeat an id.
  public mutating func add(_ bucket: Int, of ledgers: some Sequence<String>, repeating count: Int64) {
    for ledger in ledgers { buckets[ledger, default: BucketSet()].insert(bucket) }
    if count > 0 { repeated[bucket] = count }
  }

  /// Adds the buckets of a ledger.
  public mutating func add(_ set: BucketSet, of ledger: String) {
    if !set.isEmpty { buckets[ledger] = set }
  }

  /// Takes a bucket of all ledgers out again.
  public mutating func wake(_ bucket: Int) {
    for ledger in buckets.keys { buckets[ledger]?.remove(bucket) }
    buckets = buckets.filter { !$0.value.isEmpty }
    repeated[bucket] = nil
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
