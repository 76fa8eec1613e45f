import RequiteFormats
import RequiteModel
import RequiteReporting
import Testing

@Suite struct ReportJSONTests {
  @Test func theWholeFileReadsLikeThis() {
    let report = Report(
      version: "v1", settings: SampleReport.settings, measures: Array(SampleReport.single.measures.suffix(2)),
      dumps: Array(SampleReport.dumps.suffix(1)))
    #expect(String(decoding: ReportJSON.render(report), as: UTF8.self) == expected)
  }

  @Test func textsAreExact() throws {
    let value = try JSONValue(parsing: ReportJSON.render(SampleReport.hostile))
    guard case .object(let report) = value, case .array(let vendors)? = report["vendors"],
      case .object(let vendor)? = vendors.first
    else {
      Issue.record("not a report")
      return
    }
    #expect(vendor["vendor"] == .string(SampleReport.hostileName))
    #expect(report["incomplete"] == .bool(true))
    #expect(report["schema"] == .string("requite.report/1"))
  }

  @Test func theBytesAreCanonical() throws {
    let bytes = ReportJSON.render(SampleReport.three)
    #expect(bytes.last == 0x0A)
    #expect(try JSONValue(parsing: bytes).canonical() + [0x0A] == bytes)
  }

  /// The measures are written without values of JSON; the bytes must be the same as with them.
  @Test func everyTableIsWrittenAsItsValuesAre() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<100 {
      let measures = RandomMeasures.table(12, using: &generator)
      let report = Report(version: "v\"1", settings: SampleReport.settings, measures: measures, dumps: [])
      let written = ReportJSON.render(report)
      let head = try? JSONValue(parsing: written).object
      var whole = head ?? [:]
      whole["vendors"] = .array(
        report.vendors.map {
          .object(["vendor": .string($0.name), "measures": .array($0.measures.map(ReportJSONTests.value))])
        })
      #expect(written == JSONValue.object(whole).canonical() + [0x0A])
    }
  }

  @Test(arguments: SampleReport.Kind.allCases)
  func inPiecesTheBytesAreTheSame(kind: SampleReport.Kind) throws {
    let (json, table) = (CollectedBytes(), CollectedBytes())
    try ReportJSON.write(kind.report, to: json)
    try MeasuresCSV.write(kind.report.measures, to: table)
    #expect(json.bytes == ReportJSON.render(kind.report))
    #expect(table.bytes == MeasuresCSV.render(kind.report.measures))
    #expect(json.bytes.count < 1 << 17 || json.pieces > 1)
  }

  private static func value(of measure: Measure) -> JSONValue {
    let numbers = measure.published.numbers.map { $0.map(JSONValue.decimal) ?? .null }
    return .object([
      "dimension": .string(measure.key.dimension), "level": .string(measure.key.level),
      "period": .string(measure.key.period), "metric": .string(measure.key.metric), "estimate": numbers[0],
      "standard_error": numbers[1], "ci_low": numbers[2], "ci_high": numbers[3], "numerator": numbers[4],
      "denominator": numbers[5], "n": .integer(measure.n),
      "reason": measure.reason.map { .string($0.rawValue) } ?? .null,
    ])
  }

  private let expected =
    #"{"dumps":[{"accepted":119990,"dump":"interactions-2026-03-31.csv.gz","duplicates":7,"filtered":0,"#
    + #""kind":"interactions","lines":120001,"quarantined":3,"read":120000,"refused":null,"#
    + #""rules":{"csv.field-count":3},"#
    + #""sha256":"b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2"}],"#
    + #""headline":"acme: too little data for a number","incomplete":false,"previous":null,"rows":[],"#
    + #""schema":"requite.report/1","settings":{"as_of":"2026-04-01T00:00:00Z","curve_cap_seconds":2592000,"#
    + #""dimensions":["channel"],"event_window":{"from":"2025-12-18T00:00:00Z","to":"2026-03-18T00:00:00Z"},"#
    + #""floor":0.010000,"followup_seconds":604800,"horizon_seconds":1209600,"#
    + #""leaf_weights":{"answered":4,"closed_loop":3,"fair_change":3,"listening":4,"named":4,"one_owner":4,"#
    + #""promises":3,"prompt":4,"resolved":3,"same_channel":4},"method":"2026.1","minimum_denominator":10,"#
    + #""periods":"month","promise":{"default_due_seconds":172800,"grace_seconds":0},"#
    + #""raking":{"cap":[0.200000,5.000000],"margins":{},"merge":{}},"returned_cut":600,"#
    + #""scales":{"cuts":{},"pool":false},"sensitivity":{"draws":1000,"mix":0.500000},"#
    + #""suppression":{"minimum":10},"#
    + #""targets_seconds":{"chat":300,"default":86400,"dm":3600,"email":86400,"phone":3600,"twitter":3600},"#
    + #""unaddressed_channels":["overheard"],"variance":{"lonely_psu":"adjust","strata_population":{}},"#
    + #""window":{"from":"2026-01-01T00:00:00Z","to":"2026-04-01T00:00:00Z"}},"#
    + #""vendors":[{"measures":[{"ci_high":0.375000,"ci_low":0.200000,"denominator":80.000000,"#
    + #""dimension":"all","estimate":0.287500,"level":"*","metric":"reciprocity.named","n":64,"#
    + #""numerator":23.000000,"period":"window","reason":null,"standard_error":null},{"ci_high":null,"#
    + #""ci_low":null,"denominator":4.000000,"dimension":"all","estimate":null,"level":"*","#
    + #""metric":"reciprocity.promises","n":4,"numerator":3.000000,"period":"window","reason":"den_lt_min","#
    + #""standard_error":null}],"vendor":"acme"}],"version":"v1"}"# + "\n"
}
