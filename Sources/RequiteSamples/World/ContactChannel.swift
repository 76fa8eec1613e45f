/// Where customers and vendors meet in a sample.
enum ContactChannel: UInt8, CaseIterable, Sendable {
  case twitter, dm, phone, email, chat, overheard

  /// Where threads begin: most in mail and chat, one in twelve where nobody was addressed.
  static let openings = Wheel([14, 10, 16, 29, 22, 9])

  /// The words in dumps, in order.
  static let words = Words.encoded("twitter", "dm", "phone", "email", "chat", "overheard")

  /// How soon customers expect an answer here, in seconds; the default targets of the configuration.
  var expected: Int {
    switch self {
    case .chat: 300
    case .email, .overheard: 86_400
    case .twitter, .dm, .phone: 3600
    }
  }

  /// Whether others can read along.
  var isPublic: Bool { self == .twitter || self == .overheard }

  /// Where a vendor goes that does not stay here, by turns.
  func elsewhere(_ random: inout SplitMix64) -> ContactChannel {
    let choices: [ContactChannel] = [.email, .phone, .dm]
    let choice = choices[random.below(choices.count)]
    return choice == self ? .chat : choice
  }
}
