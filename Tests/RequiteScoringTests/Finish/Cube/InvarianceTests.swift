import RequiteModel
import RequiteScoring
import Testing

/// Changes of the facts or the settings that must not show.
@Suite struct InvarianceTests {
  /// The unit of weights is the operator's: numerators and denominators follow it, nothing else does.
  ///
  /// Raked weights are rounded to millionths, and so may differ by that.
  @Test(arguments: 1...2)
  func twiceTheWeightsAreTheSameNumbers(seed: UInt64) throws {
    var facts = RandomFacts(seed: seed)
    let single = try facts.night().measures()
    facts.changeResponses { $0.weight *= 2 }
    let double = try facts.night().measures()
    #expect(single.map(\.key) == double.map(\.key))
    for (one, two) in zip(single, double) {
      #expect(one.n == two.n && one.reason == two.reason, "\(one.key)")
      let tolerance = one.key.metric == "loyalty.nps_raked" ? 1e-3 : 0
      for part in [\Measure.estimate, \.standardError, \.low, \.high] {
        #expect((one[keyPath: part] == nil) == (two[keyPath: part] == nil), "\(one.key)")
        #expect(abs((one[keyPath: part] ?? 0) - (two[keyPath: part] ?? 0)) <= tolerance, "\(one.key)")
      }
    }
  }

  @Test func namesAreOnlyNames() throws {
    let names = [
      "acme": "alpha", "bolt": "beta", "corp": "k1", "smb": "k2", "north": "n", "south": "s", "u1": "v", "u2": "w",
    ]
    func renamed(_ name: String) -> String { names[name] ?? name }
    var facts = RandomFacts(seed: 3)
    let before = try facts.night().measures()
    facts.changeResponses {
      ($0.vendor, $0.stratum, $0.levels) = (renamed($0.vendor), renamed($0.stratum), $0.levels.map(renamed))
    }
    facts.changeEvents { ($0.vendor, $0.levels) = (renamed($0.vendor), $0.levels.map(renamed)) }
    facts.changeRevenues { $0.vendor = renamed($0.vendor) }
    let expected = before.map { measure in
      var measure = measure
      (measure.key.vendor, measure.key.level) = (renamed(measure.key.vendor), renamed(measure.key.level))
      return measure
    }
    #expect(try facts.night().measures() == expected)
  }

  /// The dimensions of a configuration are a set.
  @Test(arguments: [RandomFacts(seed: 4).night(), SmallCells(seed: 1).night, SmallCells(seed: 2).night])
  func theOrderOfDimensionsDoesNotShow(night: Night) throws {
    let reversed = night.with { $0.dimensions.reverse() }
    #expect(reversed.plan.settings.dimensions == night.plan.settings.dimensions.reversed())
    #expect(try reversed.measures() == night.measures())
  }
}
