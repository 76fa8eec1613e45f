import RequiteModel

/// Answers summed under their keys, a few of them on their way.
///
/// Where a sum stands is as good as random, and what there is to wait for is memory: so the place of a key, then its words
/// and its sum, are sent for while the answers before it are added.
struct QueuedAnswers {
  private struct Waiting {
    var key: [UInt64]
    var answer: Answer
    var sought: KeyTable.Sought
  }

  private var sums: GroupedSums<AnswerSums>
  /// A ring; `next` is the oldest, where the ring is full.
  private var waiting: [Waiting] = []
  private var next = 0
  private var key: [UInt64]

  /// How many answers are on their way, and how many come between the two things that are sent for.
  private static var length: Int { 8 }
  private static var step: Int { 4 }

  /// No answers under keys of so many words.
  init(keyWidth: Int) {
    sums = GroupedSums(keyWidth: keyWidth, of: AnswerSums())
    key = Array(repeating: 0, count: keyWidth)
  }

  /// How many sums there are, those of answers on their way perhaps not among them.
  var count: Int { sums.count }

  /// Adds an answer under the key that `write` writes.
  @inline(__always)
  mutating func add(_ answer: Answer, _ write: (inout [UInt64]) -> Void) {
    if waiting.count == QueuedAnswers.length {
      addOldest()
      write(&waiting[next].key)
      waiting[next].answer = answer
      waiting[next].sought = sums.seek(waiting[next].key)
      sums.approach(waiting[(next + QueuedAnswers.length - QueuedAnswers.step) % QueuedAnswers.length].sought)
      next = (next + 1) % QueuedAnswers.length
    } else {
      write(&key)
      waiting.append(Waiting(key: key, answer: answer, sought: sums.seek(key)))
    }
  }

  /// The key of the latest answer, of which there must be one.
  var latestKey: [UInt64] {
    waiting[(next + waiting.count - 1) % waiting.count].key
  }

  /// Calls `body` with every key and its sum, in the order in which the keys first came, and forgets all of them.
  mutating func drain(_ body: (Span<UInt64>, AnswerSums) -> Void) {
    for _ in waiting.indices {
      addOldest()
      next = (next + 1) % waiting.count
    }
    waiting.removeAll(keepingCapacity: true)
    next = 0
    sums.forEach(body)
    sums.removeAll()
  }

  @inline(__always)
  private mutating func addOldest() {
    let answer = waiting[next].answer
    sums.withSum(of: waiting[next].key) { $0.add(answer) }
  }
}
