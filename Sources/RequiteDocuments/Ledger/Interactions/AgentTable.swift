import RequiteModel

/// The agents of one dump, numbered from 1 in the order of their first appearance; 0 is nobody.
///
/// Agents are few and meet many customers: a ledger keeps them once, not bucket by bucket.
///
/// Memory: 32 to 64 bytes an agent.
struct AgentTable {
  private var slots: [UInt32] = Array(repeating: 0, count: 64)
  /// The agents in order of their numbers.
  private(set) var agents: [Pseudonym] = []

  /// The number of `agent`, a new one at its first appearance.
  @inline(__always)
  mutating func number(of agent: Pseudonym) -> UInt32 {
    if agent.high | agent.low == 0 { return 0 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: agent.low) & mask
    while slots[slot] != 0 {
      if agents[Int(slots[slot]) - 1] == agent { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return enter(agent, at: slot)
  }

  @inline(never)
  private mutating func enter(_ agent: Pseudonym, at slot: Int) -> UInt32 {
    agents.append(agent)
    slots[slot] = UInt32(agents.count)
    if agents.count * 2 > slots.count { grow() }
    return UInt32(agents.count)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, agent) in agents.enumerated() {
      var slot = Int(truncatingIfNeeded: agent.low) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }
}
