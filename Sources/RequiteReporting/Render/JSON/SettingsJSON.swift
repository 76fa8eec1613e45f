import RequiteFormats
import RequiteModel

/// The resolved settings as JSON, under the keys of the configuration where it has them.
///
/// A diff names the keys that differ, so every setting stands here, defaults included.
enum SettingsJSON {
  static func value(of settings: Settings) -> JSONValue {
    .object([
      "method": .string(settings.method),
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
    ])
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
