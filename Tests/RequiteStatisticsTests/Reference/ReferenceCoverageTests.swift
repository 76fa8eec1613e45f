import Testing

/// Whether every value of both references is asserted somewhere.
///
/// Each suite lists what it asserts in its `covers`, as paths in which `*` stands for any one key.
@Suite struct ReferenceCoverageTests {
  static let suites: [(name: String, covers: [String])] = [
    ("LoyaltyReferenceTests", LoyaltyReferenceTests.covers),
    ("ComparisonReferenceTests", ComparisonReferenceTests.covers),
    ("ResponseRateReferenceTests", ResponseRateReferenceTests.covers),
    ("RakingReferenceTests", RakingReferenceTests.covers),
    ("CurveReferenceTests", CurveReferenceTests.covers),
    ("ReciprocityReferenceTests", ReciprocityReferenceTests.covers),
    ("SensitivityReferenceTests", SensitivityReferenceTests.covers),
    ("BalanceReferenceTests", BalanceReferenceTests.covers),
    ("AssociationReferenceTests", AssociationReferenceTests.covers),
    ("TrendReferenceTests", TrendReferenceTests.covers),
  ]

  /// What no suite of this module asserts, and why.
  static let leftOut = [
    // R's variance after calibration. METHODS B6 takes raked weights for fixed: the value is there for comparison.
    "raking/*/se_calibrated_info",
    // Conflicts are settled before statistics begin; asserted in the tests of RequiteScoring.
    "reciprocity/duplicate_conflicts",
  ]

  @Test(arguments: Reference.allCases)
  func everyLeafIsCovered(reference: Reference) throws {
    let paths = try reference.root().leafPaths
    let covered = patterns(Self.suites.flatMap(\.covers) + Self.leftOut)
    #expect(paths.count > 300)
    let uncovered = paths.filter { path in !covered.contains { $0.matches(path) } }
    #expect(uncovered == [])
  }

  @Test(arguments: suites.map(\.name))
  func everyClaimIsThereAndNobodyElses(name: String) throws {
    let paths = Set(try Reference.allCases.flatMap { try $0.root().leafPaths })
    let claims = patterns(Self.suites.filter { $0.name == name }.flatMap(\.covers))
    let others = patterns(Self.suites.filter { $0.name != name }.flatMap(\.covers) + Self.leftOut)
    let empty = claims.filter { !paths.contains(where: $0.matches) }.map(\.description)
    #expect(empty == [])
    let claimed = paths.filter { path in claims.contains { $0.matches(path) } }
    let disputed = claimed.filter { path in others.contains { $0.matches(path) } }.sorted()
    #expect(disputed == [])
  }

  @Test func whatIsLeftOutIsThere() throws {
    let paths = try Reference.allCases.flatMap { try $0.root().leafPaths }
    let empty = patterns(Self.leftOut).filter { !paths.contains(where: $0.matches) }.map(\.description)
    #expect(empty == [])
  }

  private func patterns(_ descriptions: [String]) -> [PathPattern] {
    descriptions.map(PathPattern.init)
  }
}
