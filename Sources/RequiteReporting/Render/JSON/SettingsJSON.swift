import RequiteFormats
import RequiteModel

/// The resolved settings as JSON, under the keys of the configuration where it has them.
///
/// A diff names the keys that differ, so every setting stands here, defaults included.
enum SettingsJSON {
  static func value(of settings: Settings) -> JSONValue {
    .object([
      "method": .string(settings.method.version),
      "as_of": .string(settings.asOf.description),
      "window": window(settings.surveyWindow),
      "event_window": window(settings.eventWindow),
      "horizon_seconds": .integer(settings.horizon),
      "followup_seconds": .integer(settings.followup),
      "curve_cap_seconds": .integer(settings.curveCap),
      "promise": promise(settings),
      "targets_seconds": targets(settings),
      "unaddressed_channels": .array(settings.unaddressedChannels.map(JSONValue.string)),
      "minimum_denominator": .integer(settings.minimumDenominator),
      "floor": .decimal(FixedDecimal.text(of: settings.floor.double)),
      "returned_cut": .integer(settings.returnedCut),
      "leaf_weights": leafWeights(settings),
      "suppression": .object(["minimum": .integer(settings.suppressionMinimum)]),
      "variance": variance(settings),
      "dimensions": .array(settings.dimensions.map(JSONValue.string)),
      "periods": .string(settings.periods.rawValue),
      "scales": scales(settings),
      "raking": raking(settings.raking),
      "sensitivity": .object([
        "draws": .integer(settings.sensitivityDraws),
        "mix": .decimal(FixedDecimal.text(of: settings.sensitivityMix.double)),
      ]),
    ])
  }

  private static func scales(_ settings: Settings) -> JSONValue {
    let cuts = settings.categoryCuts.map { scale, cuts in
      let ends = [cuts.greatestDetractor, cuts.leastPromoter].map { JSONValue.integer(Int64($0)) }
      return (scale.description, JSONValue.array(ends))
    }
    return .object([
      "pool": .bool(settings.poolsScales), "cuts": .object(Dictionary(uniqueKeysWithValues: cuts)),
    ])
  }

  private static func raking(_ raking: RakingSettings) -> JSONValue {
    let cap = [raking.leastFactor, raking.greatestFactor].map { JSONValue.decimal(FixedDecimal.text(of: $0.double)) }
    let margins = raking.margins.map { margin in
      let shares = margin.shares.map { ($0.level, JSONValue.decimal(text(billionths: $0.billionths))) }
      return (margin.name, JSONValue.object(Dictionary(uniqueKeysWithValues: shares)))
    }
    let merge = raking.margins.filter { !$0.merged.isEmpty }.map { margin in
      (margin.name, JSONValue.object(margin.merged.mapValues(JSONValue.string)))
    }
    return .object([
      "cap": .array(cap), "margins": .object(Dictionary(uniqueKeysWithValues: margins)),
      "merge": .object(Dictionary(uniqueKeysWithValues: merge)),
    ])
  }

  /// Nine decimals: shares of margins are exact.
  private static func text(billionths: Int64) -> String {
    let digits = String(billionths % 1_000_000_000)
    return "\(billionths / 1_000_000_000)." + String(repeating: "0", count: 9 - digits.count) + digits
  }

  private static func window(_ window: Window) -> JSONValue {
    .object(["from": .string(window.from.description), "to": .string(window.to.description)])
  }

  private static func promise(_ settings: Settings) -> JSONValue {
    .object([
      "grace_seconds": .integer(settings.promiseGrace), "default_due_seconds": .integer(settings.promiseDefaultDue),
    ])
  }

  private static func targets(_ settings: Settings) -> JSONValue {
    let channels = settings.targets.mapValues { JSONValue.integer($0) }
    return .object(channels.merging(["default": .integer(settings.defaultTarget)]) { _, standard in standard })
  }

  private static func leafWeights(_ settings: Settings) -> JSONValue {
    let pairs = zip(Component.allCases, settings.leafWeights)
    return .object(Dictionary(uniqueKeysWithValues: pairs.map { ($0.rawValue, .integer($1)) }))
  }

  private static func variance(_ settings: Settings) -> JSONValue {
    .object([
      "lonely_psu": .string(settings.lonelyStratum.rawValue),
      "strata_population": .object(settings.strataPopulation.mapValues { .integer($0) }),
    ])
  }
}
