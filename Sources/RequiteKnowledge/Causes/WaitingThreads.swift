import RequiteDocuments
import RequiteModel
import RequiteScoring

/// Threads that are waiting for their first answer at the earlier `as_of`: their waits go on.
struct WaitingThreads {
  /// Which events begin or end a wait that may go on.
  let rule: Rule
  private var threads = KeyTable(width: 2)
  private var isAnswered: [Bool] = []

  init(path: ChangePath) {
    rule = Rule(path)
  }

  /// What tells of a wait that may go on.
  struct Rule: BitwiseCopyable {
    private let isNeeded: Bool
    private let end: Instant
    private let from: Instant
    private let cap: Int64

    init(_ path: ChangePath) {
      let (before, after) = (path.before, path.moved)
      isNeeded = before.asOf != after.asOf
      end = min(before.asOf, after.asOf)
      from = min(before.eventWindow.from, after.eventWindow.from)
      cap = before.curveCap
    }

    /// Whether a thread that began with this event would still be cut off later than before.
    @inline(__always)
    func isQuestion(_ glance: EventColumns.Glance) -> Bool {
      isNeeded && glance.direction == .incoming && glance.kind == .message && glance.at <= end && glance.at >= from
        && glance.at.seconds > end.seconds - cap
    }

    /// Whether it ended a wait before the period moved.
    @inline(__always)
    func isAnswer(_ glance: EventColumns.Glance) -> Bool { glance.isAnswer && glance.at <= end }
  }

  /// What the rows of a thread in one ledger say: they settle it almost always.
  struct Sight {
    private var hasQuestion = false
    private var hasAnswer = false

    /// Whether the thread may be waiting, as far as these rows say.
    var mayWait: Bool { hasQuestion && !hasAnswer }

    /// Looks at a row.
    @inline(__always)
    mutating func add(_ glance: EventColumns.Glance, _ rule: Rule) {
      if rule.isAnswer(glance) { hasAnswer = true }
      if rule.isQuestion(glance) { hasQuestion = true }
    }
  }

  /// Takes a thread in.
  mutating func insert(_ thread: Hash128) {
    if threads.insert(thread.words.span) == isAnswered.count { isAnswered.append(false) }
  }

  /// Looks for answers to the threads in every ledger.
  mutating func findAnswers(in blocks: [EventColumns]) throws {
    guard threads.count > 0 else { return }
    for block in blocks {
      try block.forEachThread { thread in
        guard let number = threads.number(of: thread.hash.words.span), !isAnswered[number] else { return }
        for row in thread.rows where !isAnswered[number] {
          let glance = try block.glance(row)
          isAnswered[number] = rule.isAnswer(glance)
        }
      }
    }
  }

  /// Calls `body` with each thread that waits.
  func forEach(_ body: (Hash128) -> Void) {
    for number in isAnswered.indices where !isAnswered[number] {
      let key = threads.key(number)
      body(Hash128(high: key[key.startIndex], low: key[key.startIndex + 1]))
    }
  }

  /// Forgets all threads, for the next bucket.
  mutating func removeAll() {
    threads.removeAll()
    isAnswered.removeAll(keepingCapacity: true)
  }
}
