import RequiteModel

/// When the difference of two versions would tell of single customers, though neither version does: METHODS B8.
///
/// Where a cell's customers differ by at least one and by fewer than are ever shown, the difference of its numbers is
/// theirs. The rule is for versions of the same windows: as windows move, customers come and go on both ends, and a
/// difference of counts is nobody's number.
public struct DisclosureRule: Hashable, Sendable {
  /// How a hidden number is flagged.
  public static let flag = "difference_discloses"

  /// Fewer customers than this are not shown.
  public let minimum: Int64

  /// Hides differences of fewer than `minimum` customers; `nil` for 0 and 1, of which there are none.
  public init?(minimum: Int64) {
    guard minimum > 1 else { return nil }
    self.minimum = minimum
  }

  /// The rule between versions of these settings, with the stricter of both minima.
  ///
  /// `nil` where their windows differ.
  public init?(from before: Settings, to after: Settings) {
    guard before.surveyWindow == after.surveyWindow, before.eventWindow == after.eventWindow else { return nil }
    self.init(minimum: max(before.suppressionMinimum, after.suppressionMinimum))
  }

  /// The sentence that explains the flag, without its full stop.
  var explanation: String {
    "\(DisclosureRule.flag): fewer than \(minimum) customers came or went, and the difference would be theirs"
  }
}
