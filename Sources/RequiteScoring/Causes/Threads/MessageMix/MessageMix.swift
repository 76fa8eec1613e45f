import RequiteModel

/// Messages of customers and answers of a vendor.
struct Written: Equatable, BitwiseCopyable, Sendable {
  /// Messages of customers.
  var messages: Int64 = 0
  /// Answers of the vendor.
  var answers: Int64 = 0

  /// Adds others, `sign` times.
  mutating func add(_ other: Written, times sign: Int64) {
    messages += sign * other.messages
    answers += sign * other.answers
  }
}

/// On which channels the messages and answers of mature threads were written.
///
/// Nearly all threads stay on one channel, which costs no memory of its own.
struct MessageMix: Equatable, Sendable {
  /// What was written on one channel.
  struct Channel: Equatable, BitwiseCopyable, Sendable {
    /// Code of the channel.
    let code: UInt32
    /// How much.
    var written = Written()
  }

  private var first: Channel?
  private var others: [Channel] = []

  /// Nothing.
  init() {}

  /// Counts a thread as a night does: its events up to the horizon.
  init(of thread: JudgedThread) {
    for place in thread.events.indices {
      if thread.events[place].isAnswer {
        add(Written(answers: 1), to: thread.events[place].channel, times: 1)
      } else if thread.events[place].opensThread {
        add(Written(messages: 1), to: thread.events[place].channel, times: 1)
      }
    }
  }

  /// Calls `body` with every channel that was ever added to.
  func forEach(_ body: (Channel) -> Void) {
    if let first { body(first) }
    others.forEach(body)
  }

  /// What was written on a channel.
  subscript(channel: UInt32) -> Written {
    if let first, first.code == channel { return first.written }
    return others.first { $0.code == channel }?.written ?? Written()
  }

  /// What was written on all channels.
  var total: Written {
    var total = Written()
    forEach { total.add($0.written, times: 1) }
    return total
  }

  /// Adds another mix, channel by channel; −1 times takes it away, and leaves less than nothing where there was less.
  mutating func add(_ other: MessageMix, times sign: Int64) {
    other.forEach { add($0.written, to: $0.code, times: sign) }
  }

  private mutating func add(_ written: Written, to channel: UInt32, times sign: Int64) {
    if first == nil { first = Channel(code: channel) }
    if first?.code == channel {
      first?.written.add(written, times: sign)
    } else if let place = others.firstIndex(where: { $0.code == channel }) {
      others[place].written.add(written, times: sign)
    } else {
      others.append(Channel(code: channel))
      others[others.count - 1].written.add(written, times: sign)
    }
  }
}
