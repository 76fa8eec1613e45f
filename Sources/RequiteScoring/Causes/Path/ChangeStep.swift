import RequiteModel

/// A step of a path as rows are compared by it: everything looked up once.
struct ChangeStep: Sendable {
  /// What moves.
  enum Kind: Sendable {
    case start
    case knowledge
    case period
    case setting
  }

  /// What moves in the step to the point.
  let kind: Kind
  /// Whether the later version's facts are known at the point.
  let knowsAfter: Bool
  /// The place among all causes of each kind, by its place; −1 for kinds that the step does not have.
  private let places: [Int]

  /// The steps to each point of a path.
  static func all(of path: ChangePath) -> [ChangeStep] {
    let causes = path.causes
    return path.points.map { point in
      ChangeStep(
        kind: point.step.kind, knowsAfter: point.knowsAfter,
        places: Cause.Kind.allCases.map { kind in causes.firstIndex(of: point.step.cause(of: kind)) ?? -1 })
    }
  }

  /// The place of a cause; in the step of a setting every kind is the setting.
  func place(of kind: Cause.Kind) -> Int {
    let place = places[kind.place]
    precondition(place >= 0, "a step has causes of its own")
    return place
  }

  /// Whether the cause of a place is one of the step's.
  func has(_ place: Int) -> Bool { places.contains(place) }

  /// Where a change in this step comes from.
  func origin(of kind: Cause.Kind, customer: Pseudonym) -> ChangeOrigin {
    ChangeOrigin(
      cause: place(of: kind), isMovement: self.kind == .period, isOfRows: self.kind != .setting, customer: customer)
  }
}

extension ChangePath.Step {
  fileprivate var kind: ChangeStep.Kind {
    switch self {
    case .start: .start
    case .knowledge: .knowledge
    case .period: .period
    case .setting: .setting
    }
  }

  fileprivate func cause(of kind: Cause.Kind) -> Cause {
    switch self {
    case .start, .knowledge: Cause(.knowledge, kind)
    case .period: Cause(.period, kind)
    case .setting(let own): own
    }
  }
}

/// How the period moves, as responses see it.
struct Movement: Sendable {
  private let before: Window
  private let after: Window
  /// The cause of what time alone brings about: `new`, or `aged_out` on the way back.
  let onward: Cause.Kind

  init(_ path: ChangePath) {
    before = path.before.surveyWindow
    after = path.moved.surveyWindow
    onward = path.before.asOf <= path.moved.asOf ? .new : .agedOut
  }

  /// Why a response of that time counts otherwise in the other period.
  func kind(of moment: Instant?) -> Cause.Kind {
    guard let moment else { return .knockOn }
    let (wasInside, isInside) = (before.contains(moment), after.contains(moment))
    if wasInside == isInside { return .knockOn }
    return isInside ? .new : .agedOut
  }
}
