import RequiteModel

/// Writes a night's events.
struct InteractionDump {
  private static let columns = [
    "event_id", "thread_id", "vendor_id", "customer_id", "at", "channel", "direction", "kind", "agent_id", "due_at",
    "value", "public", "region", "plan", "revision", "text",
  ]
  private let population: Population
  private let vendorNames: [[UInt8]]
  private var writer: RowWriter

  /// Begins a dump of about `rows` rows.
  init(_ format: RowFormat, population: Population, rows: Int) {
    self.population = population
    vendorNames = population.vendors.map { Array($0.name.utf8) }
    writer = RowWriter(format, columns: InteractionDump.columns, capacity: rows * (format == .csv ? 150 : 360))
  }

  /// The dump so far.
  var bytes: [UInt8] { writer.bytes }

  /// Adds a row.
  mutating func write(_ event: Event) {
    let customer = population.customer(Int(event.slot), of: Int(event.vendor))
    writer.compose { bytes in
      bytes.append(thread: event.thread)
      bytes.append(.dash)
      bytes.append(decimal: Int(event.position), width: 2)
    }
    writer.compose { $0.append(thread: event.thread) }
    writer.word(vendorNames[Int(event.vendor)])
    writer.compose { $0.append(customer: customer) }
    writer.instant(event.at)
    writer.word(ContactChannel.words[Int(event.channel.rawValue)])
    writer.word(InteractionDump.directions[Int(event.direction.code)])
    writer.word(InteractionDump.kinds[Int(event.kind.code)])
    writeAgent(event.agent)
    if event.due != 0 { writer.instant(event.due) } else { writer.empty() }
    if event.kind == .change { writer.number(Int(event.value)) } else { writer.empty() }
    writer.truth(event.channel.isPublic)
    writer.word(Words.regions[customer.region])
    writer.word(Words.plans[customer.plan])
    if event.revision > 0 { writer.number(Int(event.revision)) } else { writer.empty() }
    writer.text(Phrases.all[Int(event.phrase)])
    writer.endRow()
  }

  private mutating func writeAgent(_ agent: Agent) {
    switch agent {
    case .brand:
      writer.empty()
    case .robot(let number):
      writer.word(Words.robots[Int(number)])
    case .person(let number):
      let (turn, name) = Int(number).quotientAndRemainder(dividingBy: Words.agents.count)
      writer.compose { bytes in
        bytes += Words.agents[name]
        if turn > 0 {
          bytes.append(.dash)
          bytes.append(decimal: turn + 1)
        }
      }
    }
  }

  private static let directions = Direction.allCases.sorted { $0.code < $1.code }.map { Array($0.rawValue.utf8) }
  private static let kinds = EventKind.allCases.sorted { $0.code < $1.code }.map { Array($0.rawValue.utf8) }
}

extension [UInt8] {
  /// Appends a thread's id: a letter for what began it, the night, and its number there.
  mutating func append(thread: ThreadNumber) {
    append(thread.origin.rawValue)
    append(decimal: Int(thread.night), width: 4)
    append(.dash)
    append(decimal: Int(thread.index), width: 5)
  }
}
