/// The change of a ratio, divided into what came from other proportions of the segments and what from other ratios
/// within them (Kitagawa's decomposition, METHODS B5).
///
///     let split = MixAndRate.split([
///       SegmentPair(from: (y: 30, w: 60), to: (y: 10, w: 20)),     // half before, half after
///       SegmentPair(from: (y: 0, w: 40), to: (y: 0, w: 80)),       // none before, none after
///     ])
///     split?.difference     // -0.2: from 0.3 to 0.1
///     split?.mix            // -0.2: all of it
///     split?.rate           //  0
///
/// With p the share of a segment and r its ratio, its mix is (pᵦ − pₐ)(rₐ + rᵦ)/2 and its rate (pₐ + pᵦ)/2 · (rᵦ − rₐ).
/// The parts of a segment add up to pᵦrᵦ − pₐrₐ, and so all parts to the difference, exactly and with nothing left over.
/// A segment absent at one time borrows the ratio of the other time: all it does is mix. Exchanging the times changes
/// every sign and nothing else.
///
/// A decomposition says where a change sits, not why it came. The mix of a single segment depends on where ratios have
/// their zero; only the sum over all segments does not. Measured from the mean of the whole instead (`aroundMean`), it
/// says what readers expect: a segment below the mean that grows pulls the whole down.
///
/// Source: Kitagawa, *Components of a difference between two rates*, JASA 50 (1955) 1168–1194.
public struct MixAndRate: Hashable, Sendable {
  /// The parts of one segment, in the unit of the ratio.
  public struct Part: Hashable, Sendable {
    /// What came from the segment's share of the whole.
    public let mix: Double
    /// What came from the ratio within the segment; 0 for a segment absent at one time.
    public let rate: Double
  }

  /// The later ratio of the whole less the earlier.
  public let difference: Double
  /// The parts of each segment, in the order given.
  public let segments: [Part]
  /// What came from the proportions of all segments together.
  public let mix: Double
  /// What came from the ratios within all segments together.
  public let rate: Double

  /// Divides the change between two times, or returns `nil` where either has no weight.
  ///
  /// Each part is a single division of products of whole numbers, so none is blurred by cancellation. Overflow traps: it
  /// is out of reach while products of two sums of weights stay below 8 · 10³⁷, as with a thousand million people of
  /// weight 1,000 in micro-units.
  ///
  /// - Parameters:
  ///   - segments: the segments, in any order.
  ///   - aroundMean: whether the mix of a segment is (pᵦ − pₐ)((rₐ + rᵦ)/2 − M̄), with M̄ the mean of the ratio of the
  ///     whole before and after; the parts of all segments together stay what they are.
  public static func split(_ segments: [SegmentPair], aroundMean: Bool = false) -> MixAndRate? {
    let wa = segments.reduce(0) { $0 + $1.wa }
    let wb = segments.reduce(0) { $0 + $1.wb }
    guard wa > 0, wb > 0 else { return nil }
    let ya = segments.reduce(0) { $0 + $1.ya }
    let yb = segments.reduce(0) { $0 + $1.yb }
    let mean = aroundMean ? (Double(ya) / Double(wa) + Double(yb) / Double(wb)) / 2 : 0
    let parts = segments.map { Part($0, wa: wa, wb: wb, mean: mean) }
    return MixAndRate(
      difference: Double(yb * wa - ya * wb) / (Double(wa) * Double(wb)), segments: parts,
      mix: parts.reduce(0) { $0 + $1.mix }, rate: parts.reduce(0) { $0 + $1.rate })
  }
}

extension MixAndRate.Part {
  /// The parts of a segment of wholes that weigh `wa` and `wb`, the mix measured from `mean`.
  fileprivate init(_ segment: SegmentPair, wa: Int128, wb: Int128, mean: Double) {
    let shares = Double(wa) * Double(wb)
    // (pᵦ − pₐ) · WₐWᵦ
    let growth = Double(segment.wb * wa - segment.wa * wb)
    guard segment.wa > 0, segment.wb > 0 else {
      let ratio = Double(segment.ya + segment.yb) / Double(segment.wa + segment.wb)
      mix = segment.wa + segment.wb > 0 ? growth * ratio / shares - mean * (growth / shares) : 0
      rate = 0
      return
    }
    let ratios = 2 * (Double(segment.wa) * Double(segment.wb))
    let sumOfRatios = Double(segment.ya * segment.wb + segment.yb * segment.wa)
    let gainOfRatio = Double(segment.yb * segment.wa - segment.ya * segment.wb)
    mix = growth * sumOfRatios / (shares * ratios) - mean * (growth / shares)
    rate = Double(segment.wa * wb + segment.wb * wa) * gainOfRatio / (shares * ratios)
  }
}
