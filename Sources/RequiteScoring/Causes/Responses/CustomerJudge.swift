import RequiteModel

/// Judges the responses of a customer under the settings of one point.
struct CustomerJudge {
  private var latest: LatestResponses
  private let loop: ClosedLoop
  private let window: Window
  private let scales: CountedScales
  private let isPooled: Bool
  private var cases: [ClosedLoop.Case] = []
  /// What the responses tell of the customer who was judged last.
  private(set) var traces: CustomerTraces = []

  init(plan: Plan, scales: CountedScales) {
    latest = LatestResponses(settings: plan.settings, cells: CellPlan(plan: plan))
    loop = ClosedLoop(settings: plan.settings)
    window = plan.settings.surveyWindow
    isPooled = plan.settings.poolsScales
    self.scales = scales
  }

  /// Calls `body` with each response that adds something and with what it adds.
  mutating func judge(
    _ responses: FactRange<Response>, followups: [Followup],
    _ body: (RowPlace<Response>, (inout ResponsePart) -> Void) -> Void
  ) {
    latest.look(through: responses)
    traces = []
    for standing in latest.standing {
      let isOnScale = scales.counts(standing, pooling: isPooled)
      if standing.place.pointee.instrument == .nps {
        traces.formUnion(isOnScale ? [.recommended, .onScale] : .recommended)
      }
      body(standing.place) { $0.set(standing.answer, isOnScale: isOnScale) }
    }
    for index in responses.indices {
      let place = responses.place(index)
      if place.pointee.isCustomersAnswer(in: window) { traces.insert(.surveyed) }
      guard let disposition = Disposition(of: place, in: window) else { continue }
      body(place) { $0.set(disposition) }
    }
    let places = followups.isEmpty ? [] : Array(0..<UInt32(followups.count))
    followups.withRange(at: places) { loop.findCases(among: latest.standing, followups: $0, into: &cases) }
    for found in cases { body(found.place) { $0.set(closedLoop: found.cases) } }
  }
}
