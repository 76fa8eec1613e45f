/// A survey invitation or response on its way from a dump to a ledger: plain bits, no text.
///
/// Codes are positions in the dump's own lists (`RowDictionaries`), in order of first appearance. The response id's bytes
/// and the levels of attributes travel beside it.
public struct ResponseRow: BitwiseCopyable, Sendable {
  /// The customer.
  public var customer: Pseudonym
  /// The account, `.none` without one.
  public var account = Pseudonym.none
  /// Fingerprint of the survey id, `.start` without one.
  public var survey = Hash128.start
  /// The score, `RowValue.absent` where there is none.
  public var score = RowValue.absent
  /// The number of votes, 0 for other instruments.
  public var votes: Int64 = 0
  /// When the customer answered, `RowValue.absent` without an answer.
  public var respondedAt = RowValue.absent
  /// When the invitation went out, `RowValue.absent` where not stated.
  public var invitedAt = RowValue.absent
  /// The weight in millionths.
  public var weight: Int64 = 1_000_000
  /// The revision, 0 without one.
  public var revision: Int64 = 0
  /// Position of the vendor.
  public var vendor: UInt32
  /// Position of the scale.
  public var scale: UInt32
  /// Position of the channel.
  public var channel: UInt32 = 0
  /// Position of the stratum.
  public var stratum: UInt32 = 0
  /// Code of the instrument.
  public var instrument: UInt8
  /// Code of the status.
  public var status: UInt8

  /// Creates an invitation with what every one has; the rest is empty and can be set.
  public init(customer: Pseudonym, vendor: UInt32, scale: UInt32, instrument: UInt8, status: UInt8) {
    self.customer = customer
    self.vendor = vendor
    self.scale = scale
    self.instrument = instrument
    self.status = status
  }
}
