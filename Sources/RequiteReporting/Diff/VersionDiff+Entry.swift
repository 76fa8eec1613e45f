import RequiteModel

extension VersionDiff {
  /// One number: what it was, what it is and why.
  public struct Entry: Hashable, Sendable {
    /// The number in both versions.
    public let numbers: MeasureDiff.Entry
    /// The steps of the change; empty where it is not divided, and where nothing changed.
    public let steps: [ShownStep]
    /// Why the change is not divided; `nil` where it is.
    public let notSplit: NotSplit?
    /// The same in words.
    public var notSplitText: String? { notSplit?.text(of: key.metric) }
    /// Fewer cases than this make no share, in the later version.
    private let neededCases: Int64

    /// Which number.
    public var key: MeasureKey { numbers.key }
    /// What kind of number.
    public var metric: Metric { Metric(named: key.metric) }

    init(
      _ entry: MeasureDiff.Entry, _ split: ChangeSplit, restatedLimit: ExactLimit, minimum: Int64,
      neededCases: Int64
    ) {
      numbers = entry
      self.neededCases = neededCases
      switch split {
      case .none(let reason): (steps, notSplit) = ([], reason)
      case .steps([]): (steps, notSplit) = ([], nil)
      case .steps(let split):
        let shown = ShownSteps(scale: DiffScale(entry), restatedLimit: restatedLimit, minimum: minimum)
        steps = shown.shown(split, from: entry.before!.estimate!, to: entry.after!.estimate!)
        notSplit = nil
      }
    }

    // Texts are made when they are asked for: of millions of numbers, few are shown.

    /// The earlier value as shown; `-` without one, empty where the number is new.
    public var beforeText: String { text.before }
    /// The later value as shown; `-` without one, empty where the number is gone.
    public var nowText: String { text.now }
    /// Now less before, of what is shown; empty where either is missing.
    public var changeText: String { text.change }
    /// What else differs, in words: cases, reasons, intervals; that the number is new, gone, or not shown.
    public var remark: String { text.remark }

    private var text: ChangeText {
      ChangeText(numbers, scale: DiffScale(numbers), neededCases: neededCases)
    }

    /// Whether the number differs, or differed in between.
    public var isChanged: Bool {
      numbers.kind != .unchanged || steps.contains { FixedDecimal.millionths($0.change) != 0 }
    }

    /// Whether the number got worse; never where neither way is better.
    public var isWorse: Bool {
      guard let before = numbers.before?.estimate, let after = numbers.after?.estimate else { return false }
      return metric.isWorse(after - before)
    }

    /// The number once the old period is read with today's knowledge; `nil` where that is not known.
    public var restated: ShownStep? { step(.knowledge) }

    /// The step of one coordinate alone.
    public func step(_ coordinate: Coordinate) -> ShownStep? {
      steps.first { $0.coordinates == [coordinate] }
    }
  }
}
