/// Both charts of METHODS B15 between two periods.
struct ChartState {
  private var ewma = 0.0
  /// 0.8 to the power of twice the number of periods.
  private var fade = 1.0
  private var up = 0.0
  private var down = 0.0

  /// Takes the next period.
  mutating func next(period: Int, z: Double) -> ControlChart.Point {
    ewma = 0.2 * z + 0.8 * ewma
    fade *= 0.64
    let limit = 3 * (0.2 / 1.8 * (1 - fade)).squareRoot()
    up = max(0, up + z - 0.5)
    down = max(0, down - z - 0.5)
    let point = ControlChart.Point(
      period: period, z: z, ewma: ewma, limit: limit, ewmaSignal: ewma > limit ? 1 : ewma < -limit ? -1 : 0,
      cusumUp: up, cusumDown: down, cusumSignal: up > 5 ? 1 : down > 5 ? -1 : 0)
    if point.cusumSignal != 0 { (up, down) = (0, 0) }
    return point
  }
}
