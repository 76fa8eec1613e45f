import RequiteModel

/// What is known of a customer at one point: which of the customer's own answers, and which of how they were treated.
struct CustomerTraces: OptionSet, BitwiseCopyable, Sendable {
  let rawValue: UInt8

  /// An answer to the recommendation question stands.
  static let recommended = CustomerTraces(rawValue: 1)
  /// It was given on the scale on which the question is published.
  static let onScale = CustomerTraces(rawValue: 2)
  /// A question that customers are asked for themselves was answered in the window.
  static let surveyed = CustomerTraces(rawValue: 4)
  /// A thread is mature.
  static let wrote = CustomerTraces(rawValue: 8)
  /// A component has a case in a mature thread.
  static let treated = CustomerTraces(rawValue: 16)
  /// The crosswalk knows the customer as one person.
  static let linked = CustomerTraces(rawValue: 32)
}

/// How a customer counts in a share of customers.
enum CustomerPart {
  /// Not at all.
  case none
  /// Among all.
  case other
  /// Among all, and among those whose share it is.
  case good

  /// Whether the customer adds less.
  func isLess(than other: CustomerPart) -> Bool { self == .none || self == .other && other == .good }
}

extension CausedMetric {
  /// The shares of customers of whom something is known.
  static let ofCustomers = [CausedMetric.balanceCoverage, .linkRateSurveys, .linkRateInteractions]

  /// What such a share depends on.
  var traces: CustomerTraces {
    switch self {
    case .balanceCoverage: [.recommended, .onScale, .treated]
    case .linkRateSurveys: [.surveyed, .linked]
    default: [.wrote, .linked]
    }
  }

  /// How a customer of whom so much is known counts in such a share.
  func part(of known: CustomerTraces) -> CustomerPart {
    switch self {
    case .balanceCoverage:
      if known.isDisjoint(with: [.recommended, .treated]) { return .none }
      return known.isSuperset(of: [.onScale, .treated]) ? .good : .other
    case .linkRateSurveys:
      return known.contains(.surveyed) ? known.contains(.linked) ? .good : .other : .none
    default:
      return known.contains(.wrote) ? known.contains(.linked) ? .good : .other : .none
    }
  }
}
