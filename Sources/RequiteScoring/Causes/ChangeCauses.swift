import RequiteModel

/// The places of the causes of a path, looked up once.
struct ChangeCauses: Sendable {
  private let places: [Cause: Int]
  private let path: ChangePath

  init(_ path: ChangePath) {
    self.path = path
    places = Dictionary(uniqueKeysWithValues: path.causes.enumerated().map { ($1, $0) })
  }

  /// Where a change in the step to a point comes from; `kind` is only asked for rows' own causes.
  func origin(of kind: Cause.Kind, at point: Int, customer: Pseudonym) -> ChangeOrigin {
    let step = path.points[point].step
    return ChangeOrigin(
      cause: place(of: kind, at: point), isMovement: step == .period, isOfRows: step == .knowledge || step == .period,
      customer: customer)
  }

  /// The place of the cause of a change in the step to a point.
  func place(of kind: Cause.Kind, at point: Int) -> Int {
    let cause: Cause
    switch path.points[point].step {
    case .knowledge: cause = Cause(.knowledge, kind)
    case .period: cause = Cause(.period, kind)
    case .setting(let own): cause = own
    case .start: preconditionFailure("nothing changes where a path begins")
    }
    guard let place = places[cause] else { preconditionFailure("a step has causes of its own") }
    return place
  }
}
