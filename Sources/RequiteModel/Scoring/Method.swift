/// How numbers are computed: a version, and the revision of each stage behind it.
///
///     let method = Method(released: "2026.2")
///     method?.revision(of: .latestAnswers)                                // 2
///     Method.current.adopting(.latestAnswers, of: method!).version        // 2026.1+latest_answers.2
///
/// A released method is never edited: whoever publishes the same facts under `2026.1` in ten years gets the same bytes.
/// Something new is a new revision of a stage and a new release, and all releases run side by side, so that a diff can
/// put one stage of the new method in place of the old one after the other and say what each did.
public struct Method: Hashable, Sendable {
  /// A part of the method that can be revised on its own, in the order in which facts pass through them.
  public enum Stage: String, CaseIterable, Sendable {
    /// Which row of several with one id stands (METHODS B3).
    case deduplication
    /// How a thread is judged: the components S1 to C3 (METHODS B9).
    case threadJudgement = "thread_judgement"
    /// Which response of a customer stands, and counts for loyalty (METHODS B3).
    case latestAnswers = "latest_answers"
    /// What is a promoter, a passive and a detractor (METHODS B1).
    case categories
    /// When the vendor came back to a detractor: the component C4 (METHODS B9).
    case closedLoop = "closed_loop"
    /// What customers gave and what was returned to them (METHODS B14).
    case balance
    /// How weights are fitted to margins (METHODS B6).
    case raking
    /// How sure a ratio of sums is (METHODS B4).
    case variance
    /// The curves of waits for a first answer (METHODS B10).
    case firstAnswers = "first_answers"
    /// How components make up pillars and the index (METHODS B11).
    case index
    /// What is hidden (METHODS B8).
    case suppression
  }

  /// The name: `2026.1`, or that of the first release with the stages that differ from it, `2026.1+latest_answers.2`.
  public let version: String
  /// The revisions, by stage; empty for a method of another release of the program.
  private let revisions: [Stage: Int]

  private init(version: String, revised: [Stage: Int] = [:]) {
    self.version = version
    revisions = Dictionary(uniqueKeysWithValues: Stage.allCases.map { ($0, revised[$0] ?? 1) })
  }

  private init(unknown version: String) {
    self.version = version
    revisions = [:]
  }
}

extension Method {
  /// All released methods, the oldest first.
  ///
  /// `2026.2` counts complete responses only for loyalty, where `2026.1` counts partial ones with a score as well, and
  /// says of a census that nothing was left to chance. `2026.3` moreover takes a customer who writes again after the
  /// resolution for one whose matter is open.
  public static let all = [
    Method(version: "2026.1"),
    Method(version: "2026.2", revised: [.latestAnswers: 2, .variance: 2]),
    Method(version: "2026.3", revised: [.threadJudgement: 2, .latestAnswers: 2, .variance: 2]),
  ]

  /// The method of a configuration that names none.
  public static let current = all[0]

  /// The released method of a name, `nil` where there is none.
  public init?(released version: String) {
    guard let method = Method.all.first(where: { $0.version == version }) else { return nil }
    self = method
  }

  /// The method of a name as it stands in plans and manifests: released, with single stages of another release, or
  /// unknown to this program.
  ///
  /// What another release of the program wrote stays readable and keeps its name; it cannot be run (`isKnown`).
  public init(recorded version: String) {
    self = Method(released: version) ?? Method(composed: version) ?? Method(unknown: version)
  }

  /// Whether this program can compute numbers by it.
  public var isKnown: Bool { !revisions.isEmpty }

  /// The revision of a stage, from 1; of an unknown method 1, whose numbers are refused in the end.
  public func revision(of stage: Stage) -> Int { revisions[stage] ?? 1 }

  /// The stages whose revisions differ from those of another method, in the order of the method.
  public func stages(differingFrom other: Method) -> [Stage] {
    Stage.allCases.filter { revision(of: $0) != other.revision(of: $0) }
  }

  /// This method with one stage of another.
  ///
  /// With every stage that differs it is the other; in between it has a name of its own. Adopting from or into an
  /// unknown method changes nothing.
  public func adopting(_ stage: Stage, of other: Method) -> Method {
    guard isKnown, other.isKnown else { return self }
    var revisions = revisions
    revisions[stage] = other.revision(of: stage)
    return Method(composing: revisions)
  }

  /// The stages and their revisions, one a line: what a released name stands for, for good.
  public var canonicalText: String {
    guard isKnown else { return "\(version)\n" }
    return Stage.allCases.map { "\($0.rawValue) \(revision(of: $0))\n" }.joined()
  }
}

extension Method: CustomStringConvertible {
  /// The name.
  public var description: String { version }
}

extension Method {
  /// The method of these revisions under its one name.
  private init(composing revisions: [Stage: Int]) {
    if let released = Method.all.first(where: { $0.revisions == revisions }) {
      self = released
      return
    }
    let first = Method.all[0]
    let revised = Stage.allCases.filter { revisions[$0] != first.revisions[$0] }
    let version = revised.reduce(first.version) { "\($0)+\($1.rawValue).\(revisions[$1] ?? 1)" }
    self.init(version: version, revised: revisions)
  }

  /// Reads `2026.1+latest_answers.2`; `nil` for any other name, a revision nobody released, or another order.
  private init?(composed version: String) {
    let parts = version.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    guard let first = Method(released: parts[0]) else { return nil }
    var revisions = first.revisions
    for part in parts.dropFirst() {
      let words = part.split(separator: ".", omittingEmptySubsequences: false)
      guard words.count == 2, let stage = Stage(rawValue: String(words[0])), let revision = Int(words[1]),
        Method.all.contains(where: { $0.revision(of: stage) == revision })
      else { return nil }
      revisions[stage] = revision
    }
    self.init(composing: revisions)
    guard self.version == version else { return nil }
  }
}
