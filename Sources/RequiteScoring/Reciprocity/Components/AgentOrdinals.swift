import RequiteModel

/// Numbers the agents of one thread from 1, in the order of their first appearance; the brand account is 0.
///
/// Agents of whom nothing is known are all one, with a number that no other has.
///
/// Most threads have one agent or two, who are found by looking; only a thread with many gets a table.
struct AgentOrdinals {
  private static let few = 16
  private static let unknown: UInt64 = 0xFFFF_FFFF

  private var agents: [Pseudonym] = []
  private var table: [Pseudonym: UInt64] = [:]

  /// The number of `agent`, the next one when it is new.
  @inline(__always)
  mutating func ordinal(of agent: Pseudonym) -> UInt64 {
    if agent == .none { return 0 }
    if agent == .unknown { return AgentOrdinals.unknown }
    for place in agents.indices.reversed() where agents[place] == agent { return UInt64(place + 1) }
    return enter(agent)
  }

  /// Forgets all agents.
  @inline(__always)
  mutating func removeAll() {
    if agents.isEmpty { return }
    agents.removeAll(keepingCapacity: true)
    if !table.isEmpty { table.removeAll() }
  }

  /// The number of an agent that is not among the first.
  @inline(never)
  private mutating func enter(_ agent: Pseudonym) -> UInt64 {
    if agents.count < AgentOrdinals.few {
      agents.append(agent)
      return UInt64(agents.count)
    }
    if let known = table[agent] { return known }
    let next = UInt64(agents.count + table.count + 1)
    table[agent] = next
    return next
  }
}
