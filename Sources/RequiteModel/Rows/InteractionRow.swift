/// An event on its way from a dump to a ledger: plain bits, no text.
///
/// Codes are positions in the dump's own lists (`RowDictionaries`), in order of first appearance. The event id's bytes and
/// the levels of attributes travel beside it.
public struct InteractionRow: BitwiseCopyable, Sendable {
  /// Fingerprint of vendor and thread id.
  public var thread: Hash128
  /// The customer.
  public var customer: Pseudonym
  /// Who answered for the vendor, `.none` for the brand account.
  public var agent = Pseudonym.none
  /// Seconds since 1970.
  public var at: Int64
  /// When a promise falls due, `RowValue.absent` where not stated.
  public var due = RowValue.absent
  /// The worth of a change in millionths, `RowValue.absent` where not stated.
  public var value = RowValue.absent
  /// The revision, 0 without one.
  public var revision: Int64 = 0
  /// Position of the vendor.
  public var vendor: UInt32
  /// Position of the channel.
  public var channel: UInt32
  /// Code of the direction.
  public var direction: UInt8
  /// Code of the kind.
  public var kind: UInt8
  /// Whether the agent is automated.
  public var isAutomated = false
  /// Whether others could see it.
  public var isPublic = false

  /// Creates an event with what every event has; the rest is empty and can be set.
  public init(
    thread: Hash128, customer: Pseudonym, at: Int64, vendor: UInt32, channel: UInt32, direction: UInt8, kind: UInt8
  ) {
    self.thread = thread
    self.customer = customer
    self.at = at
    self.vendor = vendor
    self.channel = channel
    self.direction = direction
    self.kind = kind
  }
}

/// The mark of an optional number in a row of plain bits.
public enum RowValue {
  /// Not stated.
  public static let absent = Int64.min
}
