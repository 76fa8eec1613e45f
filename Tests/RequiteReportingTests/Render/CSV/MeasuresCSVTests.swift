import RequiteModel
import RequiteReporting
import Testing

@Suite struct MeasuresCSVTests {
  private static let header =
    "vendor,dimension,level,period,metric,estimate,standard_error,ci_low,ci_high,numerator,denominator,n,reason\n"

  @Test func noMeasuresGiveAHeader() {
    #expect(text([]) == MeasuresCSVTests.header)
  }

  @Test func theWholeTableReadsLikeThis() {
    #expect(
      text(SampleReport.single.measures.reversed())
        == MeasuresCSVTests.header + """
          acme,all,*,window,loyalty.nps,28.750000,,20.250000,37.250000,23.000000,80.000000,80,
          acme,all,*,window,reciprocity.index,61.500000,3.250000,55.125000,67.875000,,,64,
          acme,all,*,window,reciprocity.named,0.287500,,0.200000,0.375000,23.000000,80.000000,64,
          acme,all,*,window,reciprocity.promises,,,,,3.000000,4.000000,4,den_lt_min

          """)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("=1+1", "\"'=1+1\""), ("+1", "\"'+1\""), ("-1", "\"'-1\""), ("@x", "\"'@x\""), ("\tx", "\"'\tx\""),
    ("\rx", "\"'\rx\""), ("'=x", "\"''=x\""), ("'quoted'", "'quoted'"), ("\u{FF1D}1", "\"'\u{FF1D}1\""),
    ("a=b", "a=b"), ("", ""), ("*", "*"),
  ])
  func aTextIsQuotedAndGuarded(vendor: String, field: String) throws {
    let measure = Measure(key: MeasureKey(vendor: vendor, metric: "loyalty.nps"), estimate: 1, n: 10)
    #expect(text([measure]) == MeasuresCSVTests.header + field + ",all,*,window,loyalty.nps,1.000000,,,,,,10,\n")
    #expect(
      try MeasuresCSV.parse(MeasuresCSV.render([measure])).map { Array($0.key.vendor.utf8) } == [Array(vendor.utf8)])
  }

  @Test func readingGivesBackWhatWasWritten() throws {
    let measures = SampleReport.three.measures
    let bytes = MeasuresCSV.render(measures)
    let back = try MeasuresCSV.parse(bytes)
    #expect(back.map(\.key) == measures.map(\.key))
    #expect(back.map(\.published) == measures.map(\.published))
    #expect(MeasuresCSV.render(back) == bytes)
  }

  @Test func randomTablesSurvive() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let measures = RandomMeasures.table(8, using: &generator)
      let back = try MeasuresCSV.parse(MeasuresCSV.render(measures))
      #expect(back.map(bytes) == measures.map(bytes))
      #expect(back.map(\.published) == measures.map(\.published))
    }
  }

  @Test func headlinesAreTheWholeWindows() throws {
    let measures = SampleReport.three.measures
    let wanted = measures.filter { $0.key.dimension == "all" && $0.key.period == "window" }
    let headlines = try MeasuresCSV.parse(MeasuresCSV.render(measures), part: .headlines)
    #expect(headlines.map(\.key) == wanted.map(\.key))
    #expect(headlines.map(\.published) == wanted.map(\.published))
  }

  @Test func theLastRowMayEndWithoutALineFeed() throws {
    let text = MeasuresCSVTests.header + "a,all,*,window,m,1.000000,,,,,,10,"
    #expect(try MeasuresCSV.parse(Array(text.utf8)).map(\.estimate) == [1])
  }

  @Test(arguments: [
    ("", "row 1: not the columns of measures.csv"),
    ("vendor,n\n", "row 1: not the columns of measures.csv"),
    (header + "a,all,*,window,m,1.0,,,,,,10\n", "row 2: 12 fields instead of 13"),
    (header + "a,all,*,window,m,1.0,,,,,,10,,\n", "row 2: 14 fields instead of 13"),
    (header + "a,all\n", "row 2: 2 fields instead of 13"),
    (header + "a,all,*,window,m,one,,,,,,10,\n", "row 2: estimate is not a number"),
    (header + "a,all,*,window,m,1.0,,,nan,,,10,\n", "row 2: ci_high is not a number"),
    (header + "a,all,*,window,m,1.0,,,,,,ten,\n", "row 2: n is not a count"),
    (header + "a,all,*,window,m,1.0,,,,,,-1,\n", "row 2: n is not a count"),
    (header + "a,all,*,window,m,,,,,,,0,bored\n", "row 2: the reason is not known to this version of Requite"),
    (header + "b,all,*,window,m,,,,,,,0,\na,all,*,window,m,,,,,,,0,\n", "row 3: out of order, or a repetition"),
    (header + "a,all,*,window,m,,,,,,,0,\na,all,*,window,m,,,,,,,0,\n", "row 3: out of order, or a repetition"),
    (header + "\"a,all\n", "row 2: a quote is not closed"),
    (header + "\"a\"b,all\n", "row 2: text behind a closing quote"),
    (header + "a\"b,all\n", "row 2: a quote inside a plain field"),
  ])
  func aFileThatIsNotOursIsRefused(text: String, message: String) {
    let fault = #expect(throws: MeasuresFault.self) { try MeasuresCSV.parse(Array(text.utf8)) }
    #expect(fault?.description == message)
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    let fault = #expect(throws: MeasuresFault.self) { try MeasuresCSV.parse([0xFF, 0x0A]) }
    #expect(fault?.description == "row 1: not UTF-8")
  }

  private func text(_ measures: [Measure]) -> String {
    String(decoding: MeasuresCSV.render(measures), as: UTF8.self)
  }

  private func bytes(of measure: Measure) -> [[UInt8]] {
    let key = measure.key
    return [key.vendor, key.dimension, key.level, key.period, key.metric].map { Array($0.utf8) }
  }
}
