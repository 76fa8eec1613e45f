import RequiteModel
import RequiteStatistics

/// How an index, or one of its pillars, is put together under the settings of either version, and in between.
struct IndexDesigns {
  private let before: Settings
  private let after: Settings
  /// The pillar; `nil` for the index.
  private let pillar: RequiteModel.Pillar?

  init(from before: Settings, to after: Settings, pillar: RequiteModel.Pillar?) {
    self.before = before
    self.after = after
    self.pillar = pillar
  }

  /// The keys of the configuration that this index is put together by, where they differ, weight by weight.
  var changedKeys: [String] {
    keys.filter { key in
      var switched = before
      IndexDesigns.switchOver(key, in: &switched, to: after)
      return switched != before
    }
  }

  /// The design of the earlier settings with some keys as in the later ones; `nil` where it makes no index.
  ///
  /// Keys that have nothing to do with an index change nothing. A pillar is an index of its own components.
  func design(switching keys: some Sequence<String>) -> CompositeDesign? {
    var settings = before
    for key in keys { IndexDesigns.switchOver(key, in: &settings, to: after) }
    let weights = Component.allCases.map { component in
      pillar == nil || component.pillar == pillar ? settings.leafWeights[component.index] : 0
    }
    return try? CompositeDesign(
      weights: weights, pillars: Component.allCases.map { RequiteModel.Pillar.allCases.firstIndex(of: $0.pillar)! },
      floor: settings.floor.double, minimumDenominator: settings.minimumDenominator)
  }

  /// A pillar has nothing to do with the weights of others.
  private var keys: [String] {
    ["floor", "minimum_denominator"]
      + Component.allCases.filter { pillar == nil || $0.pillar == pillar }.map(IndexDesigns.weightKey)
  }

  private static func weightKey(_ component: Component) -> String { "leaf_weights.\(component.rawValue)" }

  private static func switchOver(_ key: String, in settings: inout Settings, to after: Settings) {
    switch key {
    case "floor", "floor_millionths": settings.floor = after.floor
    case "minimum_denominator": settings.minimumDenominator = after.minimumDenominator
    default:
      guard let component = Component.allCases.first(where: { weightKey($0) == key }) else { return }
      settings.leafWeights[component.index] = after.leafWeights[component.index]
    }
  }
}
