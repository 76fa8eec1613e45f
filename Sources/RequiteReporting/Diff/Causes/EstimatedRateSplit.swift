import RequiteModel
import RequiteStatistics

/// Divides the change of a response rate of the estimated eligible, by Shapley's average over the causes of a step.
///
/// How many of the unknown count depends on everybody of whom it is known, so that rows do not add up in its denominator.
struct EstimatedRateSplit {
  /// Invitations as far as the rate depends on them.
  struct Invitations {
    /// Those that were answered, as the rate counts it.
    var answers: Int128
    /// All but those that could not be answered.
    var asked: Int128
    /// Those of them of whom it is known that they could be answered.
    var eligible: Int128
    /// Those that could not be answered.
    var ineligible: Int128

    /// Invitations from sums in millionths.
    ///
    /// - Parameters:
    ///   - asked: answers over all but those that could not be answered.
    ///   - eligible: answers over those of whom it is known that they could.
    ///   - ineligible: those that could not be answered.
    init(asked: RatioCounts, eligible: RatioCounts, ineligible: Int128) {
      let one: Int128 = 1_000_000
      answers = asked.numerator / one
      self.asked = asked.denominator / one
      self.eligible = eligible.denominator / one
      self.ineligible = ineligible / one
    }

    private init(answers: Int128, asked: Int128, eligible: Int128, ineligible: Int128) {
      (self.answers, self.asked, self.eligible, self.ineligible) = (answers, asked, eligible, ineligible)
    }

    static func + (left: Invitations, right: Invitations) -> Invitations {
      Invitations(
        answers: left.answers + right.answers, asked: left.asked + right.asked,
        eligible: left.eligible + right.eligible, ineligible: left.ineligible + right.ineligible)
    }

    /// The rate in millionths, as published; `nil` where it is not known.
    fileprivate var rate: Int64? {
      guard 0 <= answers, answers <= eligible, eligible <= asked, ineligible >= 0, asked < Int64.max else { return nil }
      let dispositions = Dispositions(
        complete: Int64(answers), refused: Int64(eligible - answers), notContacted: 0,
        unknownOther: Int64(asked - eligible), ineligible: Int64(ineligible))
      return ResponseRates(dispositions: dispositions).rr3.map { Int64(FixedDecimal.millionths($0)) }
    }
  }

  /// What a cause did.
  struct Change {
    let cause: Cause
    let rows: Int64
    let invitations: Invitations

    /// What a cause did to the answers of all who were asked, to those known to be eligible, and to the ineligible.
    init(asked: CausedChange, eligible: CausedChange, ineligible: CausedChange) {
      cause = asked.cause
      rows = max(asked.rows, eligible.rows, ineligible.rows)
      invitations = Invitations(
        asked: RatioCounts(numerator: asked.numerator, denominator: asked.denominator),
        eligible: RatioCounts(numerator: eligible.numerator, denominator: eligible.denominator),
        ineligible: ineligible.numerator)
    }
  }

  /// Fewer rows than this are not told apart.
  let minimum: Int64
  /// What moves first, and what last.
  var legs = ChangeLeg.allCases

  /// The steps from `before` to `after`, both as published, or why there are none.
  func split(
    from before: Double, to after: Double, beginning invitations: Invitations, _ changes: [Change]
  ) -> ChangeSplit {
    ShapleySteps<Invitations>(
      groups: CauseGroups(changes.map { ($0.cause, $0.rows) }, minimum: minimum, legs: legs), unitsPerOne: 1_000_000,
      read: \.rate, add: { $0 = $0 + changes[$1].invitations },
      shares: { round, state in
        ShapleyShares(causes: round.count) { set in
          let acting = round.indices.filter { set & 1 << $0 != 0 }.flatMap { round[$0].members }
          return acting.reduce(state) { $0 + changes[$1].invitations }.rate
        }
      }
    ).split(from: before, to: after, beginning: invitations)
  }
}
