import RequiteModel

/// C2: of the promises that fell due within the horizon, those fulfilled at most the grace period after they were due.
///
/// A promise that falls due later is no case here; how many there are is published beside it, so that setting promises
/// far away shows.
struct KeptPromises: ThreadComponent {
  static let component = Component.promises

  func cases(in thread: JudgedThread) -> Ratio {
    var cases = Ratio()
    for promise in thread.promises.promises where promise.due <= thread.horizonEnd {
      cases.denominator += 1
      if promise.isKept(grace: thread.promiseGrace) { cases.numerator += 1 }
    }
    return cases
  }
}
