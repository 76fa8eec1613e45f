import RequiteCommand
import Testing

@Suite struct ConfigurationTests {
  @Test func anEmptyMappingTakesEveryDefault() throws {
    #expect(try Configuration(yaml: "{}", file: "c.yaml") == Configuration())
  }

  @Test func theDefaultsAreThoseOfTheContract() {
    let configuration = Configuration()
    #expect(configuration.method == "2026.1")
    #expect(configuration.windowDays == 90)
    #expect(configuration.asOf == nil && configuration.window == nil && configuration.eventWindow == nil)
    #expect(configuration.horizonDays == 14 && configuration.followupDays == 7 && configuration.curveCapDays == 30)
    #expect(configuration.promise.graceSeconds == 0 && configuration.promise.defaultDueSeconds == 172_800)
    #expect(configuration.targets.standard == 86_400)
    #expect(
      configuration.targets.byChannel
        == ["twitter": 3600, "dm": 3600, "phone": 3600, "chat": 300, "email": 86_400])
    #expect(configuration.unaddressedChannels == ["overheard"])
    #expect(configuration.minimumDenominator == 10)
    #expect(configuration.floor.millionths == 10_000)
    #expect(configuration.returnedCut == 600)
    #expect(configuration.leafWeights.inMethodOrder == [4, 4, 4, 4, 4, 4, 3, 3, 3, 3])
    #expect(configuration.sensitivity.draws == 1000 && configuration.sensitivity.mix.millionths == 500_000)
    #expect(configuration.dimensions == ["channel"])
    #expect(configuration.suppression.minimum == 10)
    #expect(configuration.variance.lonelyPSU == .adjust && configuration.variance.strataPopulation.isEmpty)
    #expect(configuration.raking.cap.least.millionths == 200_000)
    #expect(configuration.raking.cap.greatest.millionths == 5_000_000)
    #expect(configuration.raking.margins.isEmpty)
    #expect(configuration.periods == .month)
    #expect(configuration.adapters.isEmpty)
    #expect(configuration.checks.freshnessHours == 36)
    #expect(configuration.checks.quarantineShare.millionths == 10_000 && configuration.checks.quarantineRows == 20)
  }

  @Test func everyKeyIsRead() throws {
    let configuration = try Configuration(yaml: everyKey, file: "c.yaml")
    var expected = Configuration()
    expected.method = "2026.2"
    expected.windowDays = 30
    expected.asOf = UTCTime(rfc3339: "2026-03-01T00:00:00Z")
    expected.horizonDays = 7
    expected.followupDays = 3
    expected.curveCapDays = 20
    expected.promise.graceSeconds = 60
    expected.promise.defaultDueSeconds = 3600
    expected.targets.standard = 1800
    expected.targets.byChannel["chat"] = 60
    expected.targets.byChannel["letter"] = 604_800
    expected.unaddressedChannels = []
    expected.minimumDenominator = 1
    expected.floor = FixedDecimal(millionths: 5_000)
    expected.returnedCut = 500
    expected.leafWeights.inMethodOrder = [4, 4, 4, 1, 4, 4, 3, 3, 3, 9]
    expected.sensitivity.draws = 0
    expected.sensitivity.mix = FixedDecimal(millionths: 250_000)
    expected.dimensions = ["channel", "region"]
    expected.suppression.minimum = 5
    expected.variance.lonelyPSU = .average
    expected.variance.strataPopulation = ["north": 1200]
    expected.raking.cap.least = FixedDecimal(millionths: 500_000)
    expected.raking.cap.greatest = FixedDecimal(millionths: 2_000_000)
    expected.periods = .none
    expected.checks.freshnessHours = 48
    expected.checks.quarantineShare = FixedDecimal(millionths: 0)
    expected.checks.quarantineRows = 0
    // The parts that can only be read are compared one by one.
    #expect(configuration.window?.from.description == "2026-01-01T00:00:00Z")
    #expect(configuration.window?.to.description == "2026-02-01T00:00:00Z")
    #expect(configuration.eventWindow?.from.description == "2025-12-01T00:00:00Z")
    #expect(configuration.raking.margins.map(\.name) == ["region", "age"])
    #expect(configuration.raking.margins[0].levels.map(\.name) == ["south", "north"])
    #expect(configuration.raking.margins[1].levels.map(\.share.billionths) == [333_333_333, 333_333_333, 333_333_333])
    #expect(configuration.adapters.map(\.match) == ["zendesk-*.jsonl.gz"])
    #expect(configuration.adapters.map(\.use) == ["zendesk-comments"])
    #expect(configuration.adapters.map(\.parameters) == [["vendor": "acme", "year": "2026"]])
    (expected.window, expected.eventWindow) = (configuration.window, configuration.eventWindow)
    (expected.raking.margins, expected.adapters) = (configuration.raking.margins, configuration.adapters)
    #expect(configuration == expected)
  }

  @Test func jsonIsYAMLToo() throws {
    let configuration = try Configuration(yaml: #"{"window_days": 30, "suppression": {"minimum": 20}}"#, file: "c.json")
    #expect(configuration.windowDays == 30 && configuration.suppression.minimum == 20)
  }

  private let everyKey = """
    method: 2026.2
    window_days: 30
    as_of: 2026-03-01T00:00:00Z
    window: {from: 2026-01-01T00:00:00Z, to: "2026-02-01T01:00:00+01:00"}
    event_window: {to: 2026-01-01T00:00:00Z, from: 2025-12-01T00:00:00Z}
    horizon_days: 7
    followup_days: 3
    curve_cap_days: 20
    promise: {grace_seconds: 60, default_due_seconds: 3600}
    targets_seconds: {default: 1800, chat: 60, letter: 604800}
    unaddressed_channels: []
    minimum_denominator: 1
    floor: 0.005
    returned_cut: 500
    leaf_weights: {closed_loop: 9, prompt: 1}
    sensitivity: {draws: 0, mix: 0.25}
    dimensions: [channel, region]
    suppression: {minimum: 5}
    variance: {lonely_psu: average, strata_population: {north: 1200}}
    raking:
      cap: [0.5, 2]
      margins:
        region: {south: 0.4, north: 0.6}
        age: {young: 0.333333333, middle: 0.333333333, old: 0.333333333}
    periods: none
    adapters:
      - {match: "zendesk-*.jsonl.gz", use: zendesk-comments, parameters: {vendor: acme, year: 2026}}
    checks: {freshness_hours: 48, quarantine_share: 0, quarantine_rows: 0}
    """
}
