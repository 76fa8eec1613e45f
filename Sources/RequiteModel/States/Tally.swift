/// Whole numbers summed under keys: the mergeable state of METHODS B16.
///
/// A key is a fixed number of 64-bit words, a value a fixed number of exact integers. `add` sums into a key, `merge` sums
/// two tallies; both are associative and commutative, so any order and any division of the facts give the same tally.
/// Overflow traps: sums are bounded by METHODS B0.3.
///
/// - Complexity: `add` O(1) on average; `sorted` O(n log n), once, when a tally is written or finished.
public struct Tally: Sendable {
  /// Words in a key.
  public let keyWidth: Int
  /// Integers in a value.
  public let valueWidth: Int
  private var places: [[UInt64]: Int] = [:]
  private var values: [Int128] = []

  /// Creates an empty tally.
  public init(keyWidth: Int, valueWidth: Int) {
    self.keyWidth = keyWidth
    self.valueWidth = valueWidth
  }

  /// How many keys it holds.
  public var count: Int { places.count }

  /// Adds `value` to what stands under `key`.
  public mutating func add(_ value: [Int128], to key: [UInt64]) {
    precondition(key.count == keyWidth && value.count == valueWidth, "a tally's keys and values have one width")
    let start = place(of: key)
    for index in 0..<valueWidth { values[start + index] += value[index] }
  }

  /// Lets `body` add to the value under `key` in place, for vectors of which few entries change.
  public mutating func update(_ key: [UInt64], _ body: (inout ArraySlice<Int128>) -> Void) {
    let start = place(of: key)
    body(&values[start..<start + valueWidth])
  }

  /// Adds all of `other`.
  public mutating func merge(_ other: Tally) {
    precondition(other.keyWidth == keyWidth && other.valueWidth == valueWidth, "tallies of one kind merge")
    for (key, start) in other.places { add(Array(other.values[start..<start + valueWidth]), to: key) }
  }

  /// The value under `key`, all zero when there is none.
  public subscript(key: [UInt64]) -> [Int128] {
    guard let start = places[key] else { return Array(repeating: 0, count: valueWidth) }
    return Array(values[start..<start + valueWidth])
  }

  /// All entries, by key.
  ///
  /// The only way out: no output depends on the order of a hash table.
  public func sorted() -> [(key: [UInt64], value: [Int128])] {
    places.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { ($0.key, Array(values[$0.value..<$0.value + valueWidth])) }
  }

  private mutating func place(of key: [UInt64]) -> Int {
    if let start = places[key] { return start }
    let start = values.count
    places[key] = start
    values.append(contentsOf: repeatElement(0, count: valueWidth))
    return start
  }
}

extension Tally: Equatable {
  /// Whether both hold the same keys with the same values.
  public static func == (left: Tally, right: Tally) -> Bool {
    left.count == right.count
      && zip(left.sorted(), right.sorted()).allSatisfy { $0.key == $1.key && $0.value == $1.value }
  }
}
