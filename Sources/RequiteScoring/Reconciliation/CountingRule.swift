/// One way in which another product counts unlike Requite.
///
/// The text ends a sentence that begins with the name of the product: what its users read as the reason of a difference.
public enum CountingRule: String, CaseIterable, Sendable {
  /// Every answer counts, also of customers who answered again later.
  case everyAnswer = "every_answer"
  /// Whoever saw the question and gave no score is in the denominator.
  case silentCount = "silent_count"
  /// The score is rounded to a whole number.
  case wholePoints = "whole_points"
  /// Threads without an answer are left out, and no wait is too long.
  case answeredOnly = "answered_only"
  /// Posts that address nobody count as questions.
  case everyChannel = "every_channel"
  /// Threads that the vendor began with a message count; the clock starts at their beginning, the next message answers.
  case vendorOpened = "vendor_opened"
  /// Only messages answer.
  case messagesOnly = "messages_only"
  /// Only a status that says so reopens a thread.
  case statusOnly = "status_only"
  /// Only reopenings by an agent count.
  case agentOnly = "agent_only"
  /// Resolutions after the first are counted, in place of reopenings.
  case resolvedAgain = "resolved_again"

  /// The rule in words.
  public var text: String {
    switch self {
    case .everyAnswer: "counts every answer, not only each customer's latest"
    case .silentCount: "counts those who gave no score in the denominator"
    case .wholePoints: "rounds to whole points"
    case .answeredOnly: "leaves threads without an answer out"
    case .everyChannel: "counts posts that address nobody"
    case .vendorOpened: "counts threads that the vendor began"
    case .messagesOnly: "takes only messages for answers"
    case .statusOnly: "counts a reopened status, not the customer who writes again"
    case .agentOnly: "counts reopenings by agents only"
    case .resolvedAgain: "counts resolutions after the first"
    }
  }
}
