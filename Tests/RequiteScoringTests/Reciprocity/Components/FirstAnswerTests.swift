import RequiteModel
import RequiteScoring
import Testing

private let day = Night.day

@Suite struct FirstAnswerTests {
  private func bins(_ events: EventSpec...) -> [Histogram.Bin] {
    Night(events: events).tables().sortedCurves().first { $0.cell == Cell(vendor: 0) }?.bins ?? []
  }

  private func bin(_ seconds: Int64, answered: UInt32) -> Histogram.Bin {
    Histogram.Bin(seconds: UInt32(seconds), answered: answered, censored: 1 - answered)
  }

  @Test func anAnswerEndsTheWait() {
    #expect(bins(.asks("1", at: 0), .says("2", at: 240)) == [bin(240, answered: 1)])
  }

  @Test func anAnswerAfterTheHorizonStillEndsTheWait() {
    #expect(bins(.asks("1", at: 0), .says("2", at: 20 * day)) == [bin(20 * day, answered: 1)])
  }

  @Test func theCapIsTheLongestWait() {
    #expect(bins(.asks("1", at: 0), .says("2", at: 30 * day)) == [bin(30 * day, answered: 1)])
    #expect(bins(.asks("1", at: 0), .says("2", at: 30 * day + 1)) == [bin(30 * day, answered: 0)])
    #expect(bins(.asks("1", at: 0)) == [bin(30 * day, answered: 0)])
  }

  @Test func aThreadStillYoungIsCutOffAtAsOf() {
    #expect(bins(.asks("1", at: 95 * day)) == [bin(5 * day, answered: 0)])
    #expect(bins(.asks("1", at: 95 * day), .says("2", at: 100 * day + 1)) == [bin(5 * day, answered: 0)])
  }

  @Test func onlyAddressedQuestionsWait() {
    #expect(bins(.asks("1", at: 0, on: "overheard")).isEmpty)
    #expect(bins(.says("1", at: 0)).isEmpty)
    #expect(bins(.asks("1", at: 0, .consent)).isEmpty)
  }

  @Test func channelsHaveCurvesOfTheirOwn() throws {
    let events: [EventSpec] = [
      .asks("1", at: 0, on: "chat"), .says("2", at: 10), .asks("3", at: 0, on: "email").with { $0.thread = "u" },
      .says("4", at: 50).with { $0.thread = "u" },
    ]
    let measures = try Night(events: events).measures()
    func median(_ level: String) -> Double? {
      measures.find("first_answer.median_seconds", dimension: "channel", level: level)?.estimate
    }
    #expect(median("chat") == 10)
    #expect(median("email") == 50)
    #expect(measures.find("first_answer.median_seconds")?.n == 2)
  }

  /// The customers of immature threads count as people too: a cell of a single young thread is not shown.
  @Test func aCurveOfFewCustomersIsNotShown() throws {
    let night = Night(events: [.asks("1", at: 95 * day)], settings: Night.settings { $0.suppressionMinimum = 5 })
    #expect(try night.measures().find("first_answer.share_1d")?.reason == .smallCell)
  }
}
