/// Whole numbers summed under keys: the mergeable state of METHODS B16.
///
/// A key is a fixed number of 64-bit words, a value a fixed number of exact integers. `add` sums into a key, `merge` sums
/// two tallies; both are associative and commutative, so any order and any division of the facts give the same tally.
/// Overflow beyond 128 bits traps: sums are bounded by METHODS B0.3.
///
/// Made for hundreds of thousands of keys: an entry takes its key's words, some twenty bytes to find it, and as many
/// bytes per integer (1, 2, 4, 8 or 16) as the greatest of its sums needs.
///
/// - Complexity: `add` O(1) on average; `entries` O(n log n), once, when a tally is written or finished.
public struct Tally: Sendable {
  private var keys: KeyTable
  private var sums: SumRows

  /// Creates an empty tally.
  public init(keyWidth: Int, valueWidth: Int) {
    keys = KeyTable(width: keyWidth)
    sums = SumRows(width: valueWidth)
  }

  /// Words in a key.
  public var keyWidth: Int { keys.width }

  /// Integers in a value.
  public var valueWidth: Int { sums.width }

  /// How many keys it holds.
  public var count: Int { keys.count }

  /// The memory of the sums in bytes, without the keys.
  package var sumBytes: Int { sums.byteCount }

  /// Adds `value` to what stands under `key`.
  public mutating func add(_ value: [Int128], to key: [UInt64]) {
    add(value.span, to: key.span)
  }

  /// Adds a value to what stands under a key, neither of which need be an array.
  package mutating func add(_ value: Span<Int128>, to key: Span<UInt64>) {
    let row = row(of: key)
    sums.add(value, to: row)
  }

  /// Adds to some integers of what stands under `key`; those not named stay as they are.
  ///
  /// A key without changes is there all the same, with zeros.
  public mutating func add(_ changes: [SumChange], to key: [UInt64]) {
    add(changes, to: key.span)
  }

  /// Adds to some integers of what stands under a key that need not be an array.
  package mutating func add(_ changes: [SumChange], to key: Span<UInt64>) {
    sums.add(changes.span, to: row(of: key))
  }

  /// Adds all of `other`.
  public mutating func merge(_ other: Tally) {
    precondition(other.keyWidth == keyWidth && other.valueWidth == valueWidth, "tallies of one kind merge")
    guard count > 0 else {
      self = other
      return
    }
    for number in 0..<other.count { sums.add(other.sums, row: number, to: row(of: other.keys.key(number).span)) }
  }

  /// The value under `key`, all zero when there is none.
  public subscript(key: [UInt64]) -> [Int128] {
    guard let number = keys.number(of: key.span) else { return Array(repeating: 0, count: valueWidth) }
    return sums[number]
  }

  /// One integer of the value under `key`, zero when there is none: cheaper than all of them.
  public subscript(key: [UInt64], place: Int) -> Int128 {
    guard let number = keys.number(of: key.span) else { return 0 }
    return sums[number, place]
  }

  /// All entries, by key, each made when its turn comes.
  ///
  /// With `sorted` and `forEachBlock` the only way out: no output depends on the order of a hash table.
  public var entries: some Sequence<(key: [UInt64], value: [Int128])> {
    keys.sortedNumbers().lazy.map { (key: Array(keys.key(Int($0))), value: sums[Int($0)]) }
  }

  /// Calls `body` with all entries, by key, in blocks of `size` and a last one of the rest: cheaper than one by one.
  package func forEachBlock<Failure>(
    of size: Int, _ body: (TallyBlock) throws(Failure) -> Void
  ) throws(Failure) {
    let numbers = keys.sortedNumbers()
    var block = TallyBlock(size: size, keyWidth: keyWidth, valueWidth: valueWidth)
    for start in stride(from: 0, to: numbers.count, by: size) {
      block.removeAll()
      for number in numbers[start..<min(start + size, numbers.count)] {
        block.append(keys.key(Int(number)), sums, row: Int(number))
      }
      try body(block)
    }
  }

  /// All entries, by key, at once.
  public func sorted() -> [(key: [UInt64], value: [Int128])] {
    Array(entries)
  }

  private mutating func row(of key: Span<UInt64>) -> Int {
    let number = keys.insert(key)
    if number == sums.count { sums.append() }
    return number
  }
}

extension Tally: Equatable {
  /// Whether both hold the same keys with the same values.
  public static func == (left: Tally, right: Tally) -> Bool {
    guard left.keyWidth == right.keyWidth, left.valueWidth == right.valueWidth, left.count == right.count else {
      return false
    }
    return (0..<left.count).allSatisfy { number in
      right.keys.number(of: left.keys.key(number).span).map { left.sums[number] == right.sums[$0] } ?? false
    }
  }
}
