import RequiteModel

/// The way from an `AgentTable`'s numbers to a ledger's codes, which follow the order of the pseudonyms.
struct AgentOrder {
  /// The agents in ledger order.
  let sorted: [Pseudonym]
  /// The ledger's code of each number; there is none for 0, nobody.
  private let codes: [UInt32]

  init(of agents: [Pseudonym]) {
    let order = SpreadSort.order(agents.indices.map { .init(key: agents[$0].high, row: $0) }) {
      agents[$0].low < agents[$1].low
    }
    sorted = order.map { agents[$0] }
    var codes = Array(repeating: UInt32(0), count: agents.count + 1)
    for (code, index) in order.enumerated() { codes[index + 1] = UInt32(code) }
    self.codes = codes
  }

  /// The ledger's code of the agent with this number.
  @inline(__always)
  func code(_ number: UInt32) -> Int64 {
    Int64(codes[Int(number)])
  }

  /// The agent with this number, `.none` for 0.
  func agent(_ number: UInt32) -> Pseudonym {
    number == 0 ? .none : sorted[Int(codes[Int(number)])]
  }
}

/// The agents of a ledger as bytes: the pseudonyms in their order, sixteen bytes each.
enum AgentSection {
  static func append(_ agents: [Pseudonym], to writer: inout ByteWriter) {
    for agent in agents {
      writer.append(agent.high)
      writer.append(agent.low)
    }
  }

  static func decode(_ reader: inout ByteReader, count: Int) throws(DocumentFailure) -> [Pseudonym] {
    var agents: [Pseudonym] = []
    for _ in 0..<count { agents.append(Pseudonym(high: try reader.read(), low: try reader.read())) }
    guard reader.isAtEnd else { throw reader.damaged }
    return agents
  }
}
