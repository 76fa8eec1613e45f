import RequiteModel

/// An event on its way into a ledger.
struct StagedInteraction: StagedRow {
  /// The bits of the numbers that not every event has.
  enum Number {
    static let due: UInt16 = 1
    static let value: UInt16 = 2
    static let revision: UInt16 = 4
  }

  let thread: Hash128
  let customer: Pseudonym
  let at: Int64
  let vendor: UInt32
  let channel: UInt32
  /// The agent's number in the dump's `AgentTable`, 0 for nobody.
  let agent: UInt32
  let idLength: UInt16
  /// The direction's code in the upper half, the kind's in the lower.
  let word: UInt8
  /// `InteractionBlock.Flag`s; the lowest three are the bits of the numbers that follow.
  let flags: UInt8

  static let greatestNumberCount = 3
  var present: UInt16 { UInt16(flags & 7) }
  var numberCount: Int { Int(flags & 1) + Int(flags >> 1 & 1) + Int(flags >> 2 & 1) }

  @inline(__always)
  init(_ source: borrowing Source, idLength: UInt16, numbers: inout NumberRoom) {
    let row = source.row
    thread = row.thread
    customer = row.customer
    at = row.at
    vendor = row.vendor
    channel = row.channel
    agent = source.agent
    self.idLength = idLength
    word = row.direction << 4 | row.kind
    numbers.put(row.due, Number.due, unless: RowValue.absent)
    numbers.put(row.value, Number.value, unless: RowValue.absent)
    numbers.put(row.revision, Number.revision, unless: 0)
    flags =
      UInt8(truncatingIfNeeded: numbers.present) | (row.isAutomated ? InteractionBlock.Flag.automated : 0)
      | (row.isPublic ? InteractionBlock.Flag.isPublic : 0) | (source.agent != 0 ? InteractionBlock.Flag.agent : 0)
  }

  /// An event with its agent's number in the dump's `AgentTable`.
  struct Source: BitwiseCopyable {
    let row: InteractionRow
    let agent: UInt32
  }
}
