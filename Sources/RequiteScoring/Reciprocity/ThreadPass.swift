import RequiteModel

/// What grows while the threads of some buckets are judged.
///
/// Sums are kept here by vendor and channel, and reach the state's tallies once, when the last bucket is done.
public struct ThreadPass {
  /// The rows for the next stage.
  public var scored = ScoredThreads()
  /// The digest's buffers, used again for every thread.
  var digest: ThreadDigest
  /// The buffers of sorting, used again for every bucket.
  var order = ThreadOrder()
  private var sums: ThreadSums

  init(digest: ThreadDigest, plan: Plan, channelDimension: UInt16?) {
    self.digest = digest
    sums = ThreadSums(channelCount: plan.channels.count, channelDimension: channelDimension)
  }

  /// Adds a mature thread to the counts beside the components.
  mutating func add(_ thread: JudgedThread, vendor: UInt32) {
    let slot = sums.slot(of: vendor)
    sums.diagnostics[slot].add(thread)
    for place in thread.events.indices { addMessage(thread.events[place], slot) }
    guard thread.isOpened else { return }
    sums.withChannel(thread.channel, slot) { sums in
      sums.opened += 1
      if thread.firstAnswer != nil { sums.answered += 1 }
    }
  }

  @inline(__always)
  private mutating func addMessage(_ event: Interaction, _ slot: Int) {
    if event.isAnswer {
      sums.withChannel(event.channel, slot) { $0.answers += 1 }
    } else if event.direction == .incoming && event.kind == .message {
      sums.withChannel(event.channel, slot) { $0.questions += 1 }
    }
  }

  /// Counts the events of a thread whose rows disagreed.
  mutating func addConflicts(in events: ThreadEvents) {
    for place in events.indices where events[place].conflicts {
      sums.diagnostics[sums.slot(of: events[place].vendor)].conflicts += 1
    }
  }

  /// Adds the wait for the first answer in a thread that was opened on `channel`.
  mutating func add(_ wait: Histogram.Bin, vendor: UInt32, channel: UInt32) {
    sums.add(wait, channel: channel, slot: sums.slot(of: vendor))
  }

  /// Moves the sums to the state.
  public func addSums(to tables: inout StateTables) {
    sums.add(to: &tables)
  }
}
