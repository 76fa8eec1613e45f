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
  /// The cases of one mature thread for every component.
  ///
  /// Each is called by its own type: there are millions of threads.
  static func counts(of thread: JudgedThread) -> ComponentCounts {
    var counts = ComponentCounts()
    counts.judge(thread, by: Answered())
    counts.judge(thread, by: SameChannel())
    counts.judge(thread, by: Listening())
    counts.judge(thread, by: Prompt())
    counts.judge(thread, by: Named())
    counts.judge(thread, by: OneOwner())
    counts.judge(thread, by: Resolved())
    counts.judge(thread, by: KeptPromises())
    counts.judge(thread, by: FairChange())
    return counts
  }
}

extension ComponentCounts {
  @inline(__always)
  fileprivate mutating func judge<Judge: ThreadComponent>(_ thread: JudgedThread, by judge: Judge) {
    self[Judge.component] = judge.cases(in: thread)
  }
}

extension Ratio {
  /// One case, good or not.
  init(isGood: Bool) {
    self.init(isGood ? 1 : 0, of: 1)
  }
}
