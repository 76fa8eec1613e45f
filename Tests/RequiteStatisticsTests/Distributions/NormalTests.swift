import RequiteStatistics
import Testing

@Suite struct NormalTests {
  /// Values of erfc(z/√2) to seventeen digits, from mpmath.
  @Test(arguments: [
    (0, 1), (0.001, 0.99920211557217787), (0.5, 0.61707507745197379), (1, 0.3173105078629141),
    (1.9, 0.05743311963200361), (1.999999, 0.045500371878399414), (2, 0.045500263896358414),
    (2.5, 0.01241933065155227), (3, 0.0026997960632601891), (5, 5.7330314375838782e-7), (8, 1.2441921148543568e-15),
    (12, 3.552964224155358e-33), (20, 5.5072482372124674e-89), (37, 1.1451142445049154e-299),
  ])
  func tailsAgreeToTwelveDigitsHoweverSmall(z: Double, tail: Double) {
    #expect((Normal.probabilityOutside(z) / tail - 1).magnitude < 1e-12)
    #expect(Normal.probabilityOutside(-z) == Normal.probabilityOutside(z))
  }

  @Test func theQuantileLeavesFivePercentOutside() {
    #expect(isClose(Normal.probabilityOutside(Normal.z975), to: 0.05, within: 1e-15))
  }

  @Test func tailsFallWithoutAStepAtTheHandover() {
    var last = Normal.probabilityOutside(0)
    for thousandths in 1...6000 {
      let tail = Normal.probabilityOutside(Double(thousandths) / 1000)
      #expect(tail < last)
      last = tail
    }
    let (below, above) = (Normal.probabilityOutside(2.0.nextDown), Normal.probabilityOutside(2))
    #expect((below / above - 1).magnitude < 1e-13)
  }

  @Test func nothingIsBeyondInfinity() {
    #expect(Normal.probabilityOutside(.infinity) == 0 && Normal.probabilityOutside(-.infinity) == 0)
  }
}
