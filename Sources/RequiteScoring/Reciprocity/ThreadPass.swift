import RequiteModel

/// What grows while the threads of one bucket are judged.
///
/// Sums are kept by vendor and cell here and reach the state's tallies once, at the end of the bucket.
struct ThreadPass {
  /// The rows for the next stage.
  var scored = ScoredThreads()
  /// Waits for the first answer, by cell.
  var curves: [Cell: Histogram] = [:]
  /// The digest's buffers, used again for every thread.
  var digest: ThreadDigest
  private var diagnostics: [UInt32: ThreadDiagnostics] = [:]
  private var channels: [VendorChannel: AnsweredThreads] = [:]
  private var mix: [VendorChannel: ChannelMessages] = [:]

  init(digest: ThreadDigest) {
    self.digest = digest
  }

  /// Adds a mature thread to the counts beside the components.
  mutating func add(_ thread: JudgedThread, vendor: UInt32) {
    diagnostics[vendor, default: ThreadDiagnostics()].add(thread)
    for place in thread.events.indices { addMessage(thread.events[place], vendor: vendor) }
    guard thread.isOpened else { return }
    let key = VendorChannel(vendor: vendor, channel: thread.channel)
    channels[key, default: AnsweredThreads()].opened += 1
    if thread.firstAnswer != nil { channels[key, default: AnsweredThreads()].answered += 1 }
  }

  private mutating func addMessage(_ event: Interaction, vendor: UInt32) {
    let key = VendorChannel(vendor: vendor, channel: event.channel)
    if event.isAnswer {
      mix[key, default: ChannelMessages()].answers += 1
    } else if event.direction == .incoming && event.kind == .message {
      mix[key, default: ChannelMessages()].questions += 1
    }
  }

  /// Counts the events of a thread whose rows disagreed.
  mutating func addConflicts(in events: ArraySlice<Interaction>) {
    for place in events.indices where events[place].conflicts {
      diagnostics[events[place].vendor, default: ThreadDiagnostics()].conflicts += 1
    }
  }

  /// Moves the counts to the state.
  func addDiagnostics(to tables: inout StateTables) {
    tables.update(.threads) { tally in
      for (vendor, counts) in diagnostics { tally.add(counts.values, to: [UInt64(vendor)]) }
    }
    tables.update(.channels) { tally in
      for (key, threads) in channels {
        tally.add([Int128(threads.opened), Int128(threads.answered)], to: [UInt64(key.vendor), UInt64(key.channel)])
      }
    }
    tables.update(.channelMix) { tally in
      for (key, messages) in mix {
        tally.add(
          [Int128(messages.questions), Int128(messages.answers)], to: [UInt64(key.vendor), UInt64(key.channel)])
      }
    }
  }
}

/// A channel of one vendor.
private struct VendorChannel: Hashable {
  let vendor: UInt32
  let channel: UInt32
}

/// Threads opened by customers, and how many of them were answered.
private struct AnsweredThreads {
  var opened = 0
  var answered = 0
}

/// What customers and the vendor wrote on one channel.
private struct ChannelMessages {
  var questions = 0
  var answers = 0
}
