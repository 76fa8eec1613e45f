import RequiteModel

/// What grows while the threads of some buckets are judged.
///
/// Sums are kept here by vendor and channel, and reach the state's tallies once, when the last bucket is done.
public struct ThreadPass {
  /// The rows for the next stage; whoever takes them out leaves the sums as they are.
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
    sums.withChannels(of: slot) { channels in
      for place in thread.events.indices { channels[Int(thread.events[place].channel)].add(thread.events[place]) }
      guard thread.isOpened else { return }
      channels[Int(thread.channel)].opened += 1
      if thread.firstAnswer != nil { channels[Int(thread.channel)].answered += 1 }
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
