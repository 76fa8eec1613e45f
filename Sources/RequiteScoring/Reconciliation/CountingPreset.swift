/// How a product counts, as the rules that lead from Requite's way of counting to its own, one after the other.
///
/// The rules are those the products document or that can be read in their source; where a product leaves it to its users
/// (business hours, filters), nothing is assumed. A figure that a product does not have is not listed.
public struct CountingPreset: Hashable, Sendable {
  /// A number that both sides publish.
  public enum Figure: String, CaseIterable, Sendable {
    /// The net promoter score of the survey window, -100 to 100.
    case netPromoterScore = "nps"
    /// The median wait for the first answer, in seconds.
    case firstReply = "first_reply_seconds"
    /// How often threads were taken up again after they were resolved.
    case reopens = "reopens"
  }

  /// The name, as users write it.
  public let name: String
  /// The product and where its way of counting is documented.
  public let about: String
  /// By figure, the rules in the order in which they are applied.
  public let rules: [Figure: [CountingRule]]

  /// The preset of a name, `nil` where there is none.
  public init?(named name: String) {
    guard let preset = CountingPreset.all.first(where: { $0.name == name }) else { return nil }
    self = preset
  }

  private init(_ name: String, _ about: String, _ rules: [Figure: [CountingRule]]) {
    self.name = name
    self.about = about
    self.rules = rules
  }

  /// All presets, by name.
  public static let all = [
    // Where a bot begins, Chatwoot's clock starts when it hands over; exports of messages do not tell when that was.
    CountingPreset(
      "chatwoot", "Chatwoot reports; its source", [.firstReply: [.everyChannel, .answeredOnly, .messagesOnly]]),
    CountingPreset(
      "customergauge", "CustomerGauge, NPS summary; its support pages",
      [.netPromoterScore: [.everyAnswer, .silentCount]]),
    CountingPreset(
      "dbt-intercom", "the dbt package for Intercom; its source",
      [
        .firstReply: [.everyChannel, .vendorOpened, .answeredOnly, .messagesOnly],
        .reopens: [.statusOnly, .agentOnly],
      ]),
    CountingPreset(
      "dbt-zendesk", "the dbt package for Zendesk; its source",
      [
        .firstReply: [.everyChannel, .vendorOpened, .answeredOnly, .messagesOnly],
        .reopens: [.statusOnly, .resolvedAgain],
      ]),
    CountingPreset(
      "delighted", "Delighted, its API", [.netPromoterScore: [.everyAnswer, .wholePoints]]),
    CountingPreset(
      "formbricks", "Formbricks, survey summary; its source", [.netPromoterScore: [.everyAnswer, .silentCount]]),
    CountingPreset("r-nps", "the R package NPS", [.netPromoterScore: [.everyAnswer]]),
    CountingPreset(
      "zendesk", "Zendesk, its reporting pages",
      [
        .firstReply: [.everyChannel, .vendorOpened, .answeredOnly, .messagesOnly],
        .reopens: [.statusOnly],
      ]),
  ].sorted { $0.name < $1.name }
}
