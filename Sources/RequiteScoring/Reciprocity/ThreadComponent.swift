import RequiteModel

/// One of the nine components that threads decide: how often this thread did well, out of how many occasions.
///
/// To add a component, add a file with a type of its own and name it in `ThreadComponents`.
protocol ThreadComponent: Sendable {
  /// Which component it is.
  static var component: Component { get }

  /// The cases of one mature thread.
  func cases(in thread: JudgedThread) -> Ratio
}

/// All components that threads decide.
enum ThreadComponents {
  /// Each component with its place among the counts, looked up once: there are millions of threads.
  private static let all: [(place: Int, component: any ThreadComponent)] = placed([
    Answered(), SameChannel(), Listening(), Prompt(), Named(), OneOwner(), Resolved(), KeptPromises(), FairChange(),
  ])

  /// The cases of one mature thread for every component.
  static func counts(of thread: JudgedThread) -> ComponentCounts {
    var counts = ComponentCounts()
    for (place, component) in all {
      let cases = component.cases(in: thread)
      counts[place] = cases.numerator
      counts[place + 1] = cases.denominator
    }
    return counts
  }

  private static func placed(_ components: [any ThreadComponent]) -> [(place: Int, component: any ThreadComponent)] {
    components.map { (place: 2 * type(of: $0).component.index, component: $0) }
  }
}

extension Ratio {
  /// One case, good or not.
  init(isGood: Bool) {
    self.init(isGood ? 1 : 0, of: 1)
  }
}
