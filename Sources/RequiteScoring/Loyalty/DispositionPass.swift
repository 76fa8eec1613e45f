import RequiteModel
import RequiteStatistics

/// How invitations to the recommendation question ended, cell by cell, as it grows while one bucket is scored.
///
/// Every invitation counts, not only the latest of a customer: a response rate is about asking. METHODS B7.
struct DispositionPass {
  private var counts: [Cell: [Int64]] = [:]
  private let cells: CellPlan
  private let window: Window

  init(cells: CellPlan, window: Window) {
    self.cells = cells
    self.window = window
  }

  /// Adds the invitations of one customer that were answered, or else sent, inside the window.
  mutating func add(_ responses: ArraySlice<Response>) {
    for place in responses.indices where responses[place].instrument == .nps {
      guard let moment = responses[place].at, window.contains(moment),
        let disposition = Disposition(responses[place].status)
      else { continue }
      for period in [0, cells.period(at: moment)].compactMap(\.self) {
        cells.forEachCell(
          vendor: responses[place].vendor, channel: responses[place].channel, levels: responses[place].levels,
          period: period
        ) { counts[$0, default: Disposition.nothing][disposition.place] += 1 }
      }
    }
  }

  /// Moves the counts to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.dispositions) { tally in
      for (cell, counts) in counts { tally.add(counts.map { Int128($0) }, to: cell.words) }
    }
  }
}

/// What an invitation is called in the standard definitions of response rates, by its place in a tally's value.
enum Disposition: Int, CaseIterable {
  case complete
  case partial
  case refused
  case notContacted
  case bounced
  case ineligible

  /// Position in a tally's value.
  var place: Int { rawValue }

  /// No invitation.
  static let nothing = [Int64](repeating: 0, count: allCases.count)

  /// The disposition of a status (DESIGN, "Dumps"); `nil` for rows that are no invitation.
  init?(_ status: ResponseStatus) {
    switch status {
    case .complete: self = .complete
    case .partial: self = .partial
    case .refused, .unsubscribed, .noScore: self = .refused
    case .invited: self = .notContacted
    case .bounced: self = .bounced
    case .suppressed: self = .ineligible
    case .test, .spam: return nil
    }
  }
}

extension Dispositions {
  /// The dispositions of a tally's value.
  init(values: [Int128]) {
    func count(_ disposition: Disposition) -> Int64 { Int64(values[disposition.place]) }
    self.init(
      complete: count(.complete), partial: count(.partial), refused: count(.refused),
      notContacted: count(.notContacted), other: 0, unknownHousehold: 0, unknownOther: count(.bounced),
      ineligible: count(.ineligible))
  }
}
