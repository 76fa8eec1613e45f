extension ControlChart {
  /// One period of the chart.
  public struct Point: Hashable, Sendable {
    /// Its place among the periods given, from 0.
    public let period: Int
    /// Its distance from the base in standard errors.
    public let z: Double
    /// The weighted moving average: a fifth of `z` and four fifths of the average before; 0 at the start.
    public let ewma: Double
    /// How far from 0 the average may lie: three of its own standard errors.
    public let limit: Double
    /// +1 or −1 where the average lies above or below its limit, else 0.
    public let ewmaSignal: Int
    /// The cumulative sum of what exceeds half a standard error upwards, before a signal sets it back to 0.
    public let cusumUp: Double
    /// The same downwards.
    public let cusumDown: Double
    /// +1 or −1 where the sum upwards or downwards exceeds 5, else 0.
    ///
    /// Both sums begin again after a signal.
    public let cusumSignal: Int
  }
}
