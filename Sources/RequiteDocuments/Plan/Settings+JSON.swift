import RequiteFormats
import RequiteModel

extension Settings {
  /// The settings as they stand in plans and manifests: every key, defaults filled in, no floating point.
  public var json: JSONValue {
    .object([
      "method": .string(method.version),
      "as_of": .string(asOf.description),
      "survey_window": surveyWindow.json,
      "event_window": eventWindow.json,
      "horizon_seconds": .integer(horizon),
      "followup_seconds": .integer(followup),
      "curve_cap_seconds": .integer(curveCap),
      "promise_grace_seconds": .integer(promiseGrace),
      "promise_default_due_seconds": .integer(promiseDefaultDue),
      "targets_seconds": .object(targets.mapValues(JSONValue.integer)),
      "default_target_seconds": .integer(defaultTarget),
      "unaddressed_channels": .array(unaddressedChannels.map(JSONValue.string)),
      "minimum_denominator": .integer(minimumDenominator),
      "floor_millionths": .integer(floor.millionths),
      "returned_cut": .integer(returnedCut),
      "leaf_weights": .object(
        Dictionary(uniqueKeysWithValues: zip(Component.allCases, leafWeights).map { ($0.rawValue, .integer($1)) })),
      "suppression_minimum": .integer(suppressionMinimum),
      "lonely_psu": .string(lonelyStratum.rawValue),
      "strata_population": .object(strataPopulation.mapValues(JSONValue.integer)),
      "dimensions": .array(dimensions.map(JSONValue.string)),
      "periods": .string(periods.rawValue),
      "category_cuts": .object(categoryCuts.json),
      "pools_scales": .bool(poolsScales),
      "raking": raking.json,
      "sensitivity_draws": .integer(sensitivityDraws),
      "sensitivity_mix_millionths": .integer(sensitivityMix.millionths),
    ])
  }

  init(_ fields: JSONFields, _ document: String) throws(DocumentFailure) {
    self.init()
    method = Method(recorded: try fields.text("method"))
    asOf = try fields.instant("as_of")
    surveyWindow = try fields.window("survey_window")
    eventWindow = try fields.window("event_window")
    horizon = try fields.integer("horizon_seconds")
    followup = try fields.integer("followup_seconds")
    curveCap = try fields.integer("curve_cap_seconds")
    promiseGrace = try fields.integer("promise_grace_seconds")
    promiseDefaultDue = try fields.integer("promise_default_due_seconds")
    targets = try fields.integers("targets_seconds")
    defaultTarget = try fields.integer("default_target_seconds")
    unaddressedChannels = try fields.texts("unaddressed_channels")
    minimumDenominator = try fields.integer("minimum_denominator")
    floor = Decimal6(millionths: try fields.integer("floor_millionths"))
    returnedCut = try fields.integer("returned_cut")
    let weights = try fields.integers("leaf_weights")
    leafWeights = []
    for component in Component.allCases {
      guard let weight = weights[component.rawValue] else { throw .meaningless(document, field: "leaf_weights") }
      leafWeights.append(weight)
    }
    suppressionMinimum = try fields.integer("suppression_minimum")
    guard let lonely = LonelyStratum(rawValue: try fields.text("lonely_psu")) else {
      throw .meaningless(document, field: "lonely_psu")
    }
    lonelyStratum = lonely
    strataPopulation = try fields.integers("strata_population")
    dimensions = try fields.texts("dimensions")
    guard let length = PeriodLength(rawValue: try fields.text("periods")) else {
      throw .meaningless(document, field: "periods")
    }
    periods = length
    categoryCuts = try fields.categoryCuts("category_cuts")
    poolsScales = try fields.truth("pools_scales")
    raking = try RakingSettings(fields.object("raking"), document)
    sensitivityDraws = try fields.integer("sensitivity_draws")
    sensitivityMix = Decimal6(millionths: try fields.integer("sensitivity_mix_millionths"))
  }
}

extension [ScoreScale: CategoryCuts] {
  fileprivate var json: [String: JSONValue] {
    Dictionary<String, JSONValue>(
      uniqueKeysWithValues: map { scale, cuts in
        let ends = [cuts.greatestDetractor, cuts.leastPromoter].map { JSONValue.integer(Int64($0)) }
        return (scale.description, .array(ends))
      })
  }
}

extension RakingSettings {
  fileprivate var json: JSONValue {
    [
      "least_factor_millionths": .integer(leastFactor.millionths),
      "greatest_factor_millionths": .integer(greatestFactor.millionths),
      "margins": .array(
        margins.map { margin in
          [
            "name": .string(margin.name),
            "billionths": .object(
              Dictionary(uniqueKeysWithValues: margin.shares.map { ($0.level, .integer($0.billionths)) })),
            "merged": .object(margin.merged.mapValues(JSONValue.string)),
          ]
        }),
    ]
  }

  fileprivate init(_ fields: JSONFields, _ document: String) throws(DocumentFailure) {
    self.init()
    leastFactor = Decimal6(millionths: try fields.integer("least_factor_millionths"))
    greatestFactor = Decimal6(millionths: try fields.integer("greatest_factor_millionths"))
    for item in try fields.array("margins") {
      let margin = JSONFields(item, document: document)
      let shares = try margin.integers("billionths").map { Share(level: $0.key, billionths: $0.value) }
      let merged = try margin.texts(under: "merged")
      margins.append(Margin(name: try margin.text("name"), shares: shares, merged: merged))
    }
  }
}

extension Window {
  fileprivate var json: JSONValue {
    ["from": .string(from.description), "to": .string(to.description)]
  }
}

extension JSONFields {
  fileprivate func instant(_ key: String) throws(DocumentFailure) -> Instant {
    guard let instant = Instant(rfc3339: try text(key)) else { throw missing(key) }
    return instant
  }

  fileprivate func window(_ key: String) throws(DocumentFailure) -> Window {
    let ends = try object(key)
    return Window(from: try ends.instant("from"), to: try ends.instant("to"))
  }

  fileprivate func categoryCuts(_ key: String) throws(DocumentFailure) -> [ScoreScale: CategoryCuts] {
    var cuts: [ScoreScale: CategoryCuts] = [:]
    for (name, value) in try members(key) {
      guard let scale = ScoreScale(name), let ends = value.array, ends.count == 2, let low = ends[0].int32,
        let high = ends[1].int32
      else { throw missing(key) }
      cuts[scale] = CategoryCuts(greatestDetractor: low, leastPromoter: high)
    }
    return cuts
  }
}

extension JSONValue {
  fileprivate var int32: Int32? { integer.flatMap(Int32.init(exactly:)) }
}
