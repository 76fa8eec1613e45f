/// One event between a customer and a vendor, as a ledger keeps it.
///
/// Vendor, channel and levels are codes of the night's plan (`Plan`): positions in lists sorted by bytes, so that comparing
/// codes compares names.
public struct Interaction: Fact, BitwiseCopyable {
  /// Code of the vendor.
  public var vendor: UInt32
  /// Fingerprint of vendor and thread id.
  public var thread: Hash128
  /// The event id's bytes, which settle the order of events in the same second.
  public var id: FactBytes
  /// Fingerprint of vendor and event id.
  public var identity: Hash128
  /// The customer.
  public var customer: Pseudonym
  /// When it happened.
  public var at: Instant
  /// Code of the channel.
  public var channel: UInt32
  /// Who spoke.
  public var direction: Direction
  /// What happened.
  public var kind: EventKind
  /// Who answered for the vendor; `.none` for the brand account, `.unknown` where the source does not say.
  public var agent: Pseudonym
  /// Whether the agent is automated (`bot:`).
  public var isAutomated: Bool
  /// When a promise falls due, where the source says so.
  public var due: Instant?
  /// The worth of a change in millionths, where the source says so.
  public var value: Int64?
  /// Whether others could see it.
  public var isPublic: Bool
  /// The revision the source gave, 0 without one.
  public var revision: Int64
  /// Whether rows of this identity and revision disagreed.
  public var conflicts: Bool
  /// Codes of the levels of the configured attributes, in the order of the plan; 0 is "not stated".
  public var levels: FactLevels

  /// Creates an event with what every event has; the rest is empty and can be set.
  @inlinable public init(
    vendor: UInt32, thread: Hash128, id: FactBytes, identity: Hash128, customer: Pseudonym, at: Instant,
    channel: UInt32, direction: Direction, kind: EventKind
  ) {
    self.vendor = vendor
    self.thread = thread
    self.id = id
    self.identity = identity
    self.customer = customer
    self.at = at
    self.channel = channel
    self.direction = direction
    self.kind = kind
    agent = Pseudonym(high: 0, low: 0)
    isAutomated = false
    isPublic = false
    revision = 0
    conflicts = false
    levels = FactLevels()
  }

  /// Whether this is the vendor's answer: outgoing, of an answering kind, not automated.
  @inlinable public var isAnswer: Bool {
    direction == .outgoing && kind.answers && !isAutomated
  }

  /// Whether this was said by somebody with an id of their own: not by the brand account, nor by nobody knows whom.
  @inlinable public var isNamed: Bool { agent != .none && agent != .unknown }

  /// Whether the customer spoke before `other`: by time, then in before out, then by id.
  @inlinable public func precedes(_ other: Interaction) -> Bool {
    if at != other.at { return at < other.at }
    if direction.code != other.direction.code { return direction.code < other.direction.code }
    return id.precedes(other.id)
  }
}

extension Interaction {
  /// The content in schema order, people last: which of two rows stands should depend on the key only when nothing but a
  /// person differs.
  public var serialisation: [UInt8] {
    var text = FactText()
    text.append(id)
    text.append(thread)
    text.append(code: vendor)
    text.append(at.seconds)
    text.append(code: channel)
    text.append(direction.rawValue)
    text.append(kind.rawValue)
    text.append(due?.seconds)
    text.append(value)
    text.append(isPublic ? "true" : "")
    for level in levels { text.append(code: level) }
    text.append(customer)
    text.append(isAutomated ? "bot:" : "")
    text.append(agent)
    return text.bytes
  }
}
