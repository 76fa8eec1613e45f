import RequiteModel
import Testing

@Suite struct CategoryTests {
  @Test(
    arguments: [
      ("0-10", 6, 9), ("1-10", 6, 9), ("1-7", 4, 7), ("1-5", 3, 5), ("1-3", 1, 3), ("0-1", 0, 1), ("0-4", 2, 4),
      ("0-100", 60, 90), ("-5-5", 1, 4), ("1-4", 2, 4),
    ] as [(String, Int32, Int32)])
  func everyScaleHasItsCuts(_ text: String, _ detractor: Int32, _ promoter: Int32) throws {
    let cuts = CategoryCuts(of: try #require(ScoreScale(text)))
    #expect(cuts == CategoryCuts(greatestDetractor: detractor, leastPromoter: promoter))
  }

  /// METHODS B1: P is the least s with 10(s−lo) ≥ 9(hi−lo), D the greatest with 10(s−lo) ≤ 6(hi−lo).
  @Test func otherScalesFollowTheTenths() throws {
    for lowest in Int32(-3)...3 {
      for span in Int32(1)...60 where !(lowest == 0 && span == 1) && !(lowest == 1 && [2, 4, 6, 9].contains(span)) {
        let scale = try #require(ScoreScale(lowest: lowest, highest: lowest + span))
        let cuts = CategoryCuts(of: scale)
        let scores = lowest...(lowest + span)
        #expect(cuts.leastPromoter == scores.first { 10 * ($0 - lowest) >= 9 * span })
        #expect(cuts.greatestDetractor == scores.last { 10 * ($0 - lowest) <= 6 * span })
        #expect(cuts.greatestDetractor < cuts.leastPromoter)
      }
    }
  }

  @Test(arguments: ["", "-", "0-0", "10-0", "0-", "a-b", "0-10-20", "5", "0 - 10", "nett", "0-99999999999"])
  func whatIsNoScaleIsRefused(_ text: String) {
    #expect(ScoreScale(text) == nil)
  }

  @Test(arguments: ["0-10", "-2-2", "-5--1", "net"])
  func aScaleComesBackAsItWasWritten(_ text: String) {
    #expect(ScoreScale(text)?.description == text)
  }
}
