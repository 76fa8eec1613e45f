import RequiteModel

/// The wait for the first answer in one thread, as first-answer curves count it.
///
/// Every addressed question opened from the beginning of the event window up to `as_of` waits, mature or not: until its
/// first answer, or as long as it was observed. So threads too young to be judged are cut off instead of missing, and
/// the newest answers show at once. Waits longer than the cap are cut off there. METHODS B10.
struct FirstAnswer {
  /// Where observation ends.
  let asOf: Instant
  /// The greatest length, in seconds.
  let cap: Int64

  /// The wait of a thread opened at `openedAt` and first answered at `answeredAt`, `nil` without an answer by `asOf`.
  func wait(openedAt: Instant, answeredAt: Instant?) -> Histogram.Bin {
    let seconds = (answeredAt ?? asOf).seconds - openedAt.seconds
    let isAnswered = answeredAt != nil && seconds <= cap
    return Histogram.Bin(
      seconds: UInt32(clamping: min(seconds, cap)), answered: isAnswered ? 1 : 0, censored: isAnswered ? 0 : 1)
  }
}
