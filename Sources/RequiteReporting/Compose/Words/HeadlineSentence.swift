import RequiteModel

extension Report {
  /// The one sentence a hurried reader takes away, without a full stop; names in it are outside text.
  public var headline: String { headlinePhrase.text }

  /// The same with its names apart: what happened, where that is known, else how it stands.
  var headlinePhrase: Phrase { movementPhrase ?? standingPhrase }

  /// How it stands, where the headline says what happened.
  var secondPhrase: Phrase? { movementPhrase == nil ? nil : standingPhrase }

  private var standingPhrase: Phrase { HeadlineSentence.phrase(of: self) }
}

/// The one sentence a hurried reader takes away, chosen by what the numbers support.
///
/// Vendors are set against each other only where the 95 % intervals of the best and the least do not overlap (METHODS D:
/// "the public text says tied when intervals overlap").
enum HeadlineSentence {
  /// The headline of `report`, without a full stop.
  static func phrase(of report: Report) -> Phrase {
    switch report.vendors.count {
    case 0: "No data in this period"
    case 1: single(report.vendors[0])
    default: several(report.vendors)
    }
  }

  private static func single(_ vendor: VendorReport) -> Phrase {
    let name = vendor.name
    let given = vendor.window.loyalty?.estimate.map { "give \(NumberText.points($0))" }
    let returned = vendor.window.returned?.estimate.map { "returns \(NumberText.points($0)) of 100" }
    switch (given, returned) {
    case (let given?, let returned?):
      return "Customers of \(name: name) \(given) (NPS); \(name: name) \(returned)\(weakest(vendor))"
    case (let given?, nil): return "Customers of \(name: name) \(given) (NPS); too little to say what is returned"
    case (nil, let returned?): return "\(name: name) \(returned); too few answers to say what customers give"
    case (nil, nil): return "\(name: name): too little data for a number"
    }
  }

  /// `. Weakest: Signed by name, 23 of 80 cases`; empty where no component has a number.
  private static func weakest(_ vendor: VendorReport) -> String {
    guard let weakest = vendor.window.weakestComponent, let cases = weakest.casesText else { return "" }
    return ". Weakest: \(weakest.metric.title.lowercased()), \(cases) cases"
  }

  private static func several(_ vendors: [VendorReport]) -> Phrase {
    let known = vendors.filter { $0.window.returned?.estimate != nil }
      .sorted { $0.window.returned!.estimate! > $1.window.returned!.estimate! }
    guard let best = known.first, let least = known.last else {
      return "\(vendors.count) vendors, too little data to say how much loyalty is returned"
    }
    let (high, low) = (index(best), index(least))
    if known.count == 1 {
      return "\(name: best.name) returns \(high) of 100; too little data for the other \(vendors.count - 1)"
    }
    guard hasInterval(best), hasInterval(least) else {
      return "\(known.count) vendors return \(low) to \(high) of 100, too little data to set them against each other"
    }
    if overlap(best.window.returned!, least.window.returned!) {
      let range = low == high ? low : "\(low) to \(high)"
      return "\(known.count) vendors return about as much loyalty as each other (\(range) of 100)"
    }
    return known.count == 2
      ? "\(name: best.name) returns more loyalty (\(high) of 100) than \(name: least.name) (\(low))"
      : "Loyalty returned runs from \(low) (\(name: least.name)) to \(high) (\(name: best.name)) of 100"
  }

  /// Without an interval nothing can be said about others.
  private static func hasInterval(_ vendor: VendorReport) -> Bool { vendor.window.returned?.interval != nil }

  /// Whether the intervals overlap, both of which are there.
  private static func overlap(_ best: Measure, _ least: Measure) -> Bool { best.low! <= least.high! }

  private static func index(_ vendor: VendorReport) -> String {
    NumberText.points(vendor.window.returned!.estimate!)
  }
}
