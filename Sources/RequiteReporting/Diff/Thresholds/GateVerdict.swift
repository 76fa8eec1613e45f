import RequiteModel

/// What a file of thresholds says of a diff.
public struct GateVerdict: Hashable, Sendable {
  /// A rule that a number, or a cause, went beyond.
  public struct Trip: Hashable, Sendable {
    /// The rule's line in the file.
    public let line: Int
    /// How serious it is.
    public let level: Thresholds.Level
    /// Which number; `nil` for a rule about facts.
    public let key: MeasureKey?
    /// What happened, as a sentence without its full stop, without the number's name.
    public let what: String
  }

  /// What tripped, by number, then rules about facts.
  public let trips: [Trip]
  /// Numbers that a rule asks about and nobody can answer for, because the rows were not compared.
  public let unjudged: Int

  /// Whether a rule of level `fail` tripped.
  public var fails: Bool { trips.contains { $0.level == .fail } }
}

extension GateVerdict.Trip {
  /// Where it happened and what, in a line: `acme, loyalty.nps: restated by -3.037897, more than 1.0`.
  public var text: String {
    guard let key else { return what }
    let place = key.dimension == "all" ? "" : ", \(key.dimension) \(Wording.level(key.level))"
    let period = key.period == "window" ? "" : ", \(key.period)"
    return VisibleText.of("\(key.vendor)\(place)\(period), \(key.metric)") + ": \(what)"
  }
}
