import RequiteModel
import RequiteReporting
import Testing

@Suite struct WaitCurveTests {
  private let key = MeasureKey(vendor: "acme", metric: "first_answer.median_seconds")

  @Test func theShareStillWaitingFalls() {
    let curve = curve([(60, 1, 0), (600, 2, 1), (86_400, 3, 3)])
    #expect(curve.count == 10)
    #expect(curve.steps.map(\.seconds) == [60, 600, 86_400])
    #expect(curve.waiting(after: 59) == 1)
    #expect(curve.waiting(after: 60) == 0.9)
    #expect(curve.waiting(after: 3600) == 0.9 * (1 - 2.0 / 9))
    #expect(curve.censored == [600, 86_400])
    #expect(curve.atRisk == [9, 6, 0, 0])
  }

  @Test func stepsThatNoEyeTellsApartAreOne() {
    let many = curve((1...5000).map { ($0 * 10, 1, 0) })
    #expect(many.steps.count < 150)
    #expect(many.steps.last?.seconds == 50_000)
    #expect(many.waiting(after: 50_000) < 1e-9)
    let pairs = zip(many.steps, many.steps.dropFirst())
    #expect(pairs.allSatisfy { $0.seconds < $1.seconds && $0.waiting > $1.waiting })
  }

  @Test func nobodyWaitsInAnEmptyCurve() {
    let empty = curve([])
    #expect(empty.count == 0)
    #expect(empty.waiting(after: 60) == 1)
  }

  private func curve(_ bins: [(Int, Int, Int)]) -> WaitCurve {
    WaitCurve(
      key: key,
      bins: bins.map { .init(seconds: UInt32($0.0), answered: UInt32($0.1), censored: UInt32($0.2)) })
  }
}
