/// One survey invitation and what became of it, as a ledger keeps it.
///
/// Vendor, channel, stratum and levels are codes of the night's plan (`Plan`): positions in lists sorted by bytes, so that
/// comparing codes compares names.
public struct Response: Fact, BitwiseCopyable {
  /// Code of the vendor.
  public var vendor: UInt32
  /// The response id's bytes, which settle which of two responses in the same second is the latest.
  public var id: FactBytes
  /// Fingerprint of vendor and response id.
  public var identity: Hash128
  /// The customer; for votes, the post.
  public var customer: Pseudonym
  /// The account, `.none` without one.
  public var account: Pseudonym
  /// The question.
  public var instrument: Instrument
  /// The scale of the score.
  public var scale: ScoreScale
  /// The score; `nil` when there was no answer.
  public var score: Int32?
  /// The number of votes behind a net score; 0 for other instruments.
  public var votes: Int64
  /// When the customer answered, `nil` when there was no answer.
  public var respondedAt: Instant?
  /// When the invitation went out, where the source says so.
  public var invitedAt: Instant?
  /// How the invitation ended.
  public var status: ResponseStatus
  /// The weight in millionths: 1…1,000,000,000.
  public var weight: Int64
  /// Code of the sampling stratum; 0 is "not stated".
  public var stratum: UInt32
  /// Code of the channel; 0 is "not stated".
  public var channel: UInt32
  /// Fingerprint of the survey id, `.start` without one.
  public var survey: Hash128
  /// The revision the source gave, 0 without one.
  public var revision: Int64
  /// Whether rows of this identity and revision disagreed.
  public var conflicts: Bool
  /// Codes of the levels of the configured attributes, in the order of the plan; 0 is "not stated".
  public var levels: FactLevels

  /// Creates an invitation with what every one has; the rest is empty and can be set.
  public init(
    vendor: UInt32, id: FactBytes, identity: Hash128, customer: Pseudonym, instrument: Instrument, scale: ScoreScale,
    status: ResponseStatus
  ) {
    self.vendor = vendor
    self.id = id
    self.identity = identity
    self.customer = customer
    self.instrument = instrument
    self.scale = scale
    self.status = status
    account = .none
    votes = 0
    weight = 1_000_000
    stratum = 0
    channel = 0
    survey = .start
    revision = 0
    conflicts = false
    levels = FactLevels()
  }

  /// Who stands for one independent draw: the account, else the customer.
  public var cluster: Pseudonym {
    account == .none ? customer : account
  }

  /// When this took place: the answer, else the invitation.
  public var at: Instant? { respondedAt ?? invitedAt }

  /// Whether this comes after `other`: by time of the answer, then by id.
  ///
  /// METHODS B3.
  public func isLater(than other: Response) -> Bool {
    if respondedAt != other.respondedAt {
      return (respondedAt?.seconds ?? .min) > (other.respondedAt?.seconds ?? .min)
    }
    return other.id.precedes(id)
  }
}

extension Response {
  /// The content in schema order, people last: which of two rows stands should depend on the key only when nothing but a
  /// person differs.
  public var serialisation: [UInt8] {
    var text = FactText()
    text.append(id)
    text.append(code: vendor)
    text.append(instrument.rawValue)
    text.append(scale.description)
    text.append(score.map(Int64.init))
    text.append(respondedAt?.seconds)
    text.append(invitedAt?.seconds)
    text.append(status.rawValue)
    text.append(survey)
    text.append(code: channel)
    text.append(weight)
    text.append(code: stratum)
    text.append(votes)
    for level in levels { text.append(code: level) }
    text.append(customer)
    text.append(account)
    return text.bytes
  }
}
