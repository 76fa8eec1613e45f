/// What became of everybody who was asked, in the final disposition codes of AAPOR.
///
///     Dispositions(
///       complete: 212, partial: 18, refused: 40, notContacted: 346, other: 7, unknownHousehold: 0, unknownOther: 90,
///       ineligible: 33)
///
/// Source: American Association for Public Opinion Research, *Standard Definitions*.
public struct Dispositions: Hashable, Sendable {
  /// *I*: complete answers.
  public let complete: Int64
  /// *P*: partial answers.
  public let partial: Int64
  /// *R*: refusals and answers broken off.
  public let refused: Int64
  /// *NC*: eligible, but never reached.
  public let notContacted: Int64
  /// *O*: eligible and without an answer for another reason.
  public let other: Int64
  /// *UH*: not known whether there is anybody to ask at all, for example addresses of which nothing was heard.
  public let unknownHousehold: Int64
  /// *UO*: somebody is there, but not known whether they belong to those who should be asked.
  public let unknownOther: Int64
  /// Found not to belong to those who should be asked.
  public let ineligible: Int64

  /// Creates dispositions from counts, none negative; those not given are 0.
  public init(
    complete: Int64, partial: Int64 = 0, refused: Int64 = 0, notContacted: Int64 = 0, other: Int64 = 0,
    unknownHousehold: Int64 = 0, unknownOther: Int64 = 0, ineligible: Int64 = 0
  ) {
    let counts = [complete, partial, refused, notContacted, other, unknownHousehold, unknownOther, ineligible]
    precondition(counts.allSatisfy { $0 >= 0 }, "a count of people is not negative")
    self.complete = complete
    self.partial = partial
    self.refused = refused
    self.notContacted = notContacted
    self.other = other
    self.unknownHousehold = unknownHousehold
    self.unknownOther = unknownOther
    self.ineligible = ineligible
  }

  /// I + P: everybody who answered.
  var answered: Int128 { Int128(complete) + Int128(partial) }

  /// *E* = I + P + R + NC + O: everybody known to be eligible.
  public var eligible: Int128 { answered + Int128(refused) + Int128(notContacted) + Int128(other) }

  /// *U* = UH + UO: everybody of whom it is not known.
  var unknown: Int128 { Int128(unknownHousehold) + Int128(unknownOther) }
}
