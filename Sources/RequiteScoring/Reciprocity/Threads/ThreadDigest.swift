import RequiteModel

/// Fingerprints threads by their content alone: no key, no code, no order of arrival enters.
///
/// People appear as what they are to the thread: agents by the order of their first appearance, the brand account as 0.
/// So the digest of the same facts is the same under another pseudonym key and in another night's plan.
struct ThreadDigest {
  private let names: NameFingerprints
  private var agents = AgentOrdinals()

  init(names: NameFingerprints) {
    self.names = names
  }

  /// The fingerprint of a thread's events, which are in order; at least one.
  mutating func digest(of events: ThreadEvents) -> Hash128 {
    agents.removeAll()
    var hash = PairHash(seed: names.vendors[Int(events[0].vendor)])
    hash.absorb(events[0].thread)
    for place in events.indices { append(events[place], to: &hash) }
    return hash.finish()
  }

  @inline(__always)
  private mutating func append(_ event: Interaction, to hash: inout PairHash) {
    let channel = names.channels[Int(event.channel)]
    let about =
      agents.ordinal(of: event.agent) << 32 | UInt64(event.isAutomated ? 1 : 0) << 16
      | UInt64(event.direction.code) << 8 | UInt64(event.kind.code)
    hash.absorb(UInt64(bitPattern: event.at.seconds), channel.high)
    hash.absorb(channel.low, about)
    hash.absorb(event.due?.seconds)
    hash.absorb(event.value)
    hash.absorb(Hash128(event.id))
    names.append(levels: event.levels, to: &hash)
  }
}
