/// A group of metrics that are read together.
public enum MetricFamily: String, CaseIterable, Sendable {
  /// What customers say.
  case loyalty
  /// What the vendor gives back.
  case reciprocity
  /// How long customers wait.
  case firstAnswer = "first_answer"
  /// Loyalty given and returned, customer by customer.
  case balance
  /// How vendors see themselves.
  case perception
  /// How employees see it.
  case employee
  /// What customers bring in, and who brought them.
  case growth
  /// What is good to know before trusting the rest.
  case diagnostics

  /// The name in words.
  public var title: String {
    switch self {
    case .loyalty: "Loyalty given"
    case .reciprocity: "Loyalty returned"
    case .firstAnswer: "First answer"
    case .balance: "Balance of given and returned"
    case .perception: "Perception"
    case .employee: "Employees"
    case .growth: "Growth of revenue"
    case .diagnostics: "Diagnostics"
    }
  }
}
