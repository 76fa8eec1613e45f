import RequiteModel

/// Fingerprints threads by their content alone: no key, no code, no order of arrival enters.
///
/// People appear as what they are to the thread: agents by the order of their first appearance, the brand account as 0.
/// So the digest of the same facts is the same under another pseudonym key and in another night's plan.
struct ThreadDigest {
  private let names: NameFingerprints
  private var words: [UInt64] = []
  private var agents: [Pseudonym: UInt64] = [:]

  init(names: NameFingerprints) {
    self.names = names
  }

  /// The fingerprint of a thread's events, which are in order; at least one.
  mutating func digest(of events: ArraySlice<Interaction>) -> Hash128 {
    words.removeAll(keepingCapacity: true)
    if !agents.isEmpty { agents.removeAll(keepingCapacity: true) }
    words.append(events[events.startIndex].thread)
    for place in events.indices { append(events[place]) }
    return Hash128(words: words, seed: names.vendors[Int(events[events.startIndex].vendor)])
  }

  private mutating func append(_ event: Interaction) {
    let ordinal = ordinal(of: event.agent)
    words.append(UInt64(bitPattern: event.at.seconds))
    words.append(names.channels[Int(event.channel)])
    words.append(
      ordinal << 32 | UInt64(event.isAutomated ? 1 : 0) << 16 | UInt64(event.direction.code) << 8
        | UInt64(event.kind.code))
    words.append(event.due?.seconds)
    words.append(event.value)
    words.append(event.id.withUnsafeBytes { Hash128($0) })
    names.append(levels: event.levels, to: &words)
  }

  private mutating func ordinal(of agent: Pseudonym) -> UInt64 {
    if agent == .none { return 0 }
    if let known = agents[agent] { return known }
    let next = UInt64(agents.count + 1)
    agents[agent] = next
    return next
  }
}
