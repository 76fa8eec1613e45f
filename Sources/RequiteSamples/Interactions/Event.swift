import RequiteModel

/// One row of an interactions dump before it is written: numbers only, so that millions can wait for their night.
struct Event: Sendable {
  /// When it happens, in seconds since 1970.
  var at: Int64
  /// When a promise falls due; 0 where none is stated.
  var due: Int64 = 0
  /// Which thread it belongs to.
  var thread: ThreadNumber
  /// Its place in the thread, from 0.
  var position: UInt16
  /// The vendor's number.
  var vendor: UInt16
  /// The customer's number with the vendor.
  var slot: UInt32
  /// Where it happens.
  var channel: ContactChannel
  /// Who speaks.
  var direction: Direction
  /// What happens.
  var kind: EventKind
  /// Who speaks for the vendor.
  var agent: Agent = .brand
  /// What a change is worth to the customer; 0 where nothing is stated.
  var value: Int16 = 0
  /// Number of the text in `Phrases.all`.
  var phrase: UInt16
  /// 0 when first told, above it when told again differently.
  var revision: UInt8 = 0
}

/// Names a thread: the night it begins in, and its number within that night.
struct ThreadNumber: Sendable {
  /// Where the thread comes from: a customer or vendor who writes, or an answer to a survey that calls for one.
  enum Origin: UInt8 {
    case contact = 0x74
    case followup = 0x66
  }

  /// What began it; part of the id, so that the two kinds can be numbered independently.
  var origin: Origin
  /// Nights since the first.
  var night: UInt32
  /// Its number within the night.
  var index: UInt32
}

/// Who speaks in an event.
enum Agent: Sendable {
  /// The customer, or the vendor without a name.
  case brand
  /// A person of the vendor, by number.
  case person(UInt16)
  /// A machine, by position in `Words.robots`.
  case robot(UInt8)
}

extension Event {
  /// Whether this row comes before `other` in its dump: by time, then by thread and place in it.
  func comesBefore(_ other: Event) -> Bool {
    if at != other.at { return at < other.at }
    if thread.night != other.thread.night { return thread.night < other.thread.night }
    if thread.origin != other.thread.origin { return thread.origin.rawValue < other.thread.origin.rawValue }
    if thread.index != other.thread.index { return thread.index < other.thread.index }
    if position != other.position { return position < other.position }
    return revision < other.revision
  }
}
