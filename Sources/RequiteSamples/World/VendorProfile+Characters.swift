extension VendorProfile {
  /// The first `count` vendors: three with a story, then variations of them under invented names.
  static func cast(_ count: Int) -> [VendorProfile] {
    (0..<count).map { number in
      number < storied.count ? storied[number] : variation(number - storied.count)
    }
  }

  private static let storied = [promptButAnonymous, slowButPersonal, silent]

  /// Answers in minutes and keeps its word, but only ever as a brand.
  ///
  /// Sells to companies.
  private static let promptButAnonymous = VendorProfile(
    name: "northwind-air", esteem: 815, pace: .prompt, answered: 930, sameChannel: 860, listening: 350, named: 110,
    oneOwner: 420, resolved: 800, promising: 300, kept: 850, changing: 90, favourable: 620, consent: 500,
    closedLoop: 480, robots: 240, hasAccounts: true)

  /// Takes a day, but somebody with a name stays until it is settled.
  ///
  /// Samples its customers by stratum.
  private static let slowButPersonal = VendorProfile(
    name: "lumen-telecom", esteem: 760, pace: .slow, answered: 800, sameChannel: 720, listening: 620, named: 900,
    oneOwner: 820, resolved: 720, promising: 380, kept: 740, changing: 110, favourable: 540, consent: 720,
    closedLoop: 720, robots: 60, hasStrata: true)

  /// Seldom answers, and changes things without asking.
  private static let silent = VendorProfile(
    name: "harbor-hotels", esteem: 615, pace: .weary, answered: 330, sameChannel: 560, listening: 90, named: 380,
    oneOwner: 450, resolved: 380, promising: 260, kept: 380, changing: 160, favourable: 240, consent: 180,
    closedLoop: 110, robots: 420)

  /// Names of vendors without a story: every first word with every trade.
  private static let words = ["amber", "birch", "cedar", "dune", "ember", "fjord", "grove", "hazel"]
  private static let trades = ["rail", "books", "cargo", "clinic", "energy"]

  private static func variation(_ number: Int) -> VendorProfile {
    var random = SplitMix64(0x5645_4E44_4F52, UInt64(number))
    var profile = storied[number % storied.count]
    let name = words[number % words.count] + "-" + trades[number / words.count % trades.count]
    let round = number / (words.count * trades.count)
    profile.name = round == 0 ? name : "\(name)-\(round + 1)"
    profile.esteem += random.within(-90...90)
    for share in shares {
      profile[keyPath: share] = min(max(profile[keyPath: share] + random.within(-150...150), 20), 980)
    }
    return profile
  }

  private static var shares: [WritableKeyPath<VendorProfile, Int>] {
    [
      \.answered, \.sameChannel, \.listening, \.named, \.oneOwner, \.resolved, \.kept, \.favourable, \.consent,
      \.closedLoop,
    ]
  }
}
