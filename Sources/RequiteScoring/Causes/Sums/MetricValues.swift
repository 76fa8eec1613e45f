import RequiteModel

/// What one row adds to each metric it counts in, in millionths of the units in `measures.csv`.
struct MetricValues: BitwiseCopyable, Sendable {
  /// What a row adds to one metric.
  struct Value: BitwiseCopyable, Sendable {
    var metric = CausedMetric(code: 0)
    var numerator: Int64 = 0
    var denominator: Int64 = 0
  }

  /// A million: a row that counts once.
  static let one: Int64 = 1_000_000

  /// A thread counts in nine components and six diagnostics at most, a response in nine numbers.
  private var values = InlineArray<15, Value>(repeating: Value())
  /// How many metrics the row counts in.
  private(set) var count = 0

  /// Nothing.
  init() {}

  /// One of the metrics.
  subscript(place: Int) -> Value {
    @inline(__always)
    get { values[place] }
  }

  /// Adds a metric, in which the row counts unless both numbers are 0.
  @inline(__always)
  mutating func append(_ metric: CausedMetric, _ numerator: Int64, of denominator: Int64) {
    guard numerator != 0 || denominator != 0 else { return }
    values[count] = Value(metric: metric, numerator: numerator, denominator: denominator)
    count += 1
  }

  /// What the row adds to a metric; zeros where it does not count in it.
  @inline(__always)
  func value(of metric: CausedMetric) -> Value {
    for place in 0..<count where values[place].metric == metric { return values[place] }
    return Value(metric: metric)
  }

  /// Whether the row counts in a metric.
  @inline(__always)
  func counts(in metric: CausedMetric) -> Bool {
    for place in 0..<count where values[place].metric == metric { return true }
    return false
  }

  /// Whether both add the same to every metric.
  static func == (left: MetricValues, right: MetricValues) -> Bool {
    guard left.count == right.count else { return false }
    for place in 0..<left.count {
      let (one, other) = (left[place], right.value(of: left[place].metric))
      guard one.numerator == other.numerator, one.denominator == other.denominator else { return false }
    }
    return true
  }
}

/// What one row adds, and in which cells.
struct Contribution: BitwiseCopyable, Sendable {
  /// The number of its group of cells; −1 for a row that counts nowhere.
  var group: Int32 = -1
  /// What it adds to each of those cells.
  var values = MetricValues()

  /// Nothing anywhere.
  init() {}

  /// What a row adds to the cells of a group.
  init(group: Int, values: MetricValues) {
    self.group = values.count > 0 ? Int32(group) : -1
    self.values = values
  }

  /// Whether both add the same to the same cells.
  static func == (left: Contribution, right: Contribution) -> Bool {
    left.group == right.group && left.values == right.values
  }
}

extension MetricValues {
  /// Adds what an invitation adds to the rates that are ratios of sums over invitations, and to what others are estimated
  /// from.
  mutating func append(_ disposition: Disposition) {
    let complete = disposition == .complete ? MetricValues.one : 0
    let answered = disposition == .partial ? MetricValues.one : complete
    let asked = disposition == .ineligible ? 0 : MetricValues.one
    let eligible = disposition == .bounced ? 0 : asked
    append(.rr1, complete, of: asked)
    append(.rr2, answered, of: asked)
    append(.rr5, complete, of: eligible)
    append(.rr6, answered, of: eligible)
    append(.ineligible, disposition == .ineligible ? MetricValues.one : 0, of: 0)
  }

  /// What a thread adds to the components it decides, or `sign` times that.
  init(of counts: ComponentCounts, times sign: Int64 = 1) {
    let one = sign * MetricValues.one
    for component in Component.allCases where component != .closedLoop {
      let cases = counts[component]
      append(.share(of: component), Int64(cases.numerator) * one, of: Int64(cases.denominator) * one)
    }
  }
}
