import RequiteCommand
import RequiteModel

extension Settings {
  /// A configuration with its windows worked out from the moment of the night.
  ///
  /// - Throws: 78 for a method this release does not have.
  init(_ configuration: Configuration, asOf: Instant) throws {
    let method = try Method(named: configuration.method)
    self.init()
    self.method = method
    self.asOf = asOf
    horizon = configuration.horizonDays * 86_400
    followup = configuration.followupDays * 86_400
    curveCap = configuration.curveCapDays * 86_400
    let length = configuration.windowDays * 86_400
    let end = asOf.seconds - horizon
    surveyWindow = configuration.window.map(Window.init) ?? Window(endingAt: asOf.seconds, length: length)
    eventWindow = configuration.eventWindow.map(Window.init) ?? Window(endingAt: end, length: length)
    promiseGrace = configuration.promise.graceSeconds
    promiseDefaultDue = configuration.promise.defaultDueSeconds
    targets = configuration.targets.byChannel
    defaultTarget = configuration.targets.standard
    unaddressedChannels = configuration.unaddressedChannels
    minimumDenominator = configuration.minimumDenominator
    floor = Decimal6(millionths: configuration.floor.millionths)
    returnedCut = configuration.returnedCut
    leafWeights = configuration.leafWeights.inMethodOrder
    suppressionMinimum = configuration.suppression.minimum
    lonelyStratum = LonelyStratum(rawValue: configuration.variance.lonelyPSU.rawValue)!
    strataPopulation = configuration.variance.strataPopulation
    dimensions = configuration.dimensions
    periods = PeriodLength(rawValue: configuration.periods.rawValue)!
    poolsScales = configuration.scales.pools
    for (name, cuts) in configuration.scales.cuts {
      guard let scale = ScoreScale(name) else { continue }
      categoryCuts[scale] = CategoryCuts(
        greatestDetractor: Int32(cuts.greatestDetractor), leastPromoter: Int32(cuts.leastPromoter))
    }
    raking = RakingSettings(configuration.raking)
    sensitivityDraws = configuration.sensitivity.draws
    sensitivityMix = Decimal6(millionths: configuration.sensitivity.mix.millionths)
  }
}

extension Method {
  /// The released method of a name in a configuration.
  ///
  /// - Throws: 78 for a method this release does not have.
  fileprivate init(named name: String) throws {
    guard let method = Method(released: name) else { throw Method.unknown(name) }
    self = method
  }

  /// Makes sure that this release can compute numbers by it.
  ///
  /// - Throws: 78 where it cannot.
  func requireKnown() throws {
    guard isKnown else { throw Method.unknown(version) }
  }

  private static func unknown(_ name: String) -> Failure {
    Failure(
      .configuration, "method \(name.escapedForMessages) is not known",
      remedy: "Known: \(Method.all.map(\.version).joined(separator: ", ")).")
  }
}

extension RakingSettings {
  fileprivate init(_ raking: Configuration.Raking) {
    self.init()
    leastFactor = Decimal6(millionths: raking.cap.least.millionths)
    greatestFactor = Decimal6(millionths: raking.cap.greatest.millionths)
    margins = raking.margins.map { margin in
      Margin(
        name: margin.name, shares: margin.levels.map { Share(level: $0.name, billionths: $0.share.billionths) },
        merged: raking.merge[margin.name] ?? [:])
    }
  }
}

extension Window {
  fileprivate init(_ window: Configuration.Window) {
    self.init(from: Instant(seconds: window.from.seconds), to: Instant(seconds: window.to.seconds))
  }

  fileprivate init(endingAt end: Int64, length: Int64) {
    self.init(from: Instant(seconds: end - length), to: Instant(seconds: end))
  }
}
