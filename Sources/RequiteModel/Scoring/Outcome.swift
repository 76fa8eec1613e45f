/// What one thread came to: the row a judged thread leaves for the customer who opened it.
///
/// Threads are judged whole in their own bucket; their outcomes then travel to the bucket of (vendor, customer), where
/// each customer's components, follow-ups and responses meet. Only threads opened since the event window began leave
/// one.
public struct Outcome: Hashable, BitwiseCopyable, Sendable {
  /// Code of the vendor.
  public var vendor: UInt32
  /// The customer of the first event.
  public var customer: Pseudonym
  /// When the first event happened.
  public var openedAt: Instant
  /// Code of the channel of the first event.
  public var channel: UInt32
  /// Codes of the levels of the first event, in the order of `Interaction.levels`.
  public var levels: FactLevels
  /// Whether the thread opened in the event window and its horizon had passed at `as_of`.
  public var isMature: Bool
  /// Whether the thread is in the first-answer curves: an addressed question, mature or not.
  public var isTimed: Bool
  /// Cases of S1…C3; all zero when the thread is not mature.
  public var counts: ComponentCounts
  /// Fingerprint of the thread's events, free of keys and codes, for the digest of facts.
  public var digest: Hash128

  /// Creates the outcome of a thread that is neither mature nor timed; the rest can be set.
  @inlinable public init(
    vendor: UInt32, customer: Pseudonym, openedAt: Instant, channel: UInt32, levels: FactLevels, digest: Hash128
  ) {
    self.vendor = vendor
    self.customer = customer
    self.openedAt = openedAt
    self.channel = channel
    self.levels = levels
    self.digest = digest
    isMature = false
    isTimed = false
    counts = ComponentCounts()
  }
}

/// How often a thread did well, out of how many occasions, for each of the nine components that threads decide (S1…C3).
///
/// The tenth, C4, needs a survey response and is judged with the customer.
public struct ComponentCounts: BitwiseCopyable, Sendable {
  /// Integers in all: numerator and denominator of each component, in the order of `Component`.
  public static let width = 18

  @usableFromInline var values: InlineArray<18, UInt32>

  /// Creates counts without a single occasion.
  @inlinable public init() {
    values = InlineArray(repeating: 0)
  }

  /// The integer at `position`: 2·i is the numerator, 2·i + 1 the denominator of the component with index i.
  @inlinable public subscript(position: Int) -> UInt32 {
    get { values[position] }
    set { values[position] = newValue }
  }

  /// The cases of `component`, which is not C4.
  @inlinable public subscript(component: Component) -> Ratio {
    get {
      let place = 2 * component.index
      return Ratio(values[place], of: values[place + 1])
    }
    set {
      let place = 2 * component.index
      values[place] = newValue.numerator
      values[place + 1] = newValue.denominator
    }
  }
}

extension ComponentCounts: Hashable {
  /// Whether all eighteen integers are equal.
  public static func == (left: ComponentCounts, right: ComponentCounts) -> Bool {
    (0..<width).allSatisfy { left[$0] == right[$0] }
  }

  /// Feeds the eighteen integers in order.
  public func hash(into hasher: inout Hasher) {
    for position in 0..<ComponentCounts.width { hasher.combine(self[position]) }
  }
}

/// Good cases out of all cases.
///
///     Ratio(17, of: 40)
///
/// Without a case it is `Ratio(0, of: 0)`, which is not zero but empty.
public struct Ratio: Hashable, BitwiseCopyable, Sendable {
  /// Good cases.
  public var numerator: UInt32
  /// All cases.
  public var denominator: UInt32

  /// Creates a ratio; by default of no cases.
  @inlinable public init(_ numerator: UInt32 = 0, of denominator: UInt32 = 0) {
    self.numerator = numerator
    self.denominator = denominator
  }
}
