import RequiteModel
import RequiteStatistics

/// How invitations to the recommendation question ended, cell by cell, as it grows while one bucket is scored.
///
/// Every invitation counts, not only the latest of a customer: a response rate is about asking. METHODS B7.
struct DispositionPass {
  /// By vendor with period (0 where the plan has none), then levels.
  private var counts: GroupedSums<DispositionCounts>
  /// The key of the latest invitation, a buffer.
  private var key: [UInt64]
  private let words: CellWords
  private let cells: CellPlan
  private let window: Window

  init(plan: Plan, cells: CellPlan) {
    words = CellWords(plan: plan)
    key = Array(repeating: 0, count: 1 + words.count)
    counts = GroupedSums(keyWidth: 1 + words.count, of: DispositionCounts(repeating: 0))
    self.cells = cells
    window = plan.settings.surveyWindow
  }

  /// Adds the invitations of one customer that were answered, or else sent, inside the window.
  mutating func add(_ responses: FactRange<Response>) {
    for place in responses.indices {
      let response = responses.place(place)
      guard let disposition = Disposition(of: response, in: window), let moment = response.pointee.at else { continue }
      key[0] = UInt64(response.pointee.vendor) << 32 | UInt64(cells.period(at: moment) ?? 0)
      words.write(channel: response.pointee.channel, levels: response.pointee.levels, toEndOf: &key)
      counts.withSum(of: key) { $0[disposition.place] += 1 }
    }
  }

  /// Moves the counts to the cells of the window and of the trend periods.
  func finish(into tables: inout StateTables) {
    tables.update(.dispositions) { tally in
      counts.forEach { key, counts in
        let (vendor, period) = (UInt32(key[0] >> 32), UInt16(truncatingIfNeeded: key[0]))
        var values = InlineArray<6, Int128>(repeating: 0)
        for place in counts.indices { values[place] = Int128(counts[place]) }
        for period in period == 0 ? [0] : [0, period] {
          words.forEachCell(vendor: vendor, period: period, endOf: key) { tally.add(values.span, to: $0.key.span) }
        }
      }
    }
  }
}

/// Invitations by `Disposition.place`.
private typealias DispositionCounts = InlineArray<6, Int64>

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

extension Disposition {
  /// The disposition of an invitation to the recommendation question that was answered, or else sent, inside `window`;
  /// `nil` for every other response.
  @inline(__always)
  init?(of response: RowPlace<Response>, in window: Window) {
    guard response.pointee.instrument == .nps, let moment = response.pointee.at, window.contains(moment) else {
      return nil
    }
    self.init(response.pointee.status)
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
