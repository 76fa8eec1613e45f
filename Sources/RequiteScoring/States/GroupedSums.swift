import RequiteModel

/// Sums of one kind under keys of one width, as they grow while facts come in: where a `Tally` would spend more on finding
/// and widening its integers than on adding to them.
///
///     var sums = GroupedSums(keyWidth: 2, of: RakingCounts())
///     sums.withSum(of: key.span) { $0.add(category) }
///
/// It grows with the keys that come, not with those that could.
struct GroupedSums<Sum: Sendable>: Sendable {
  private var keys: KeyTable
  private var sums: [Sum] = []
  private let nothing: Sum

  /// Creates no sums; `nothing` is what each begins with.
  init(keyWidth: Int, of nothing: Sum) {
    keys = KeyTable(width: keyWidth)
    self.nothing = nothing
  }

  /// How many keys there are.
  var count: Int { sums.count }

  /// Lets `body` add to the sum of a key.
  @inline(__always)
  mutating func withSum(of key: Span<UInt64>, _ body: (inout Sum) -> Void) {
    let number = keys.insert(key)
    if number == sums.count { sums.append(nothing) }
    body(&sums[number])
  }

  /// The same for a key that is a buffer of whoever holds the sums.
  @inline(__always)
  mutating func withSum(of key: [UInt64], _ body: (inout Sum) -> Void) {
    withSum(of: key.span, body)
  }

  /// Begins to look for a key, whose sum will be asked for soon.
  @inline(__always)
  func seek(_ key: [UInt64]) -> KeyTable.Sought { keys.seek(key.span) }

  /// Goes on to look for a key, some work after that was begun.
  @inline(__always)
  func approach(_ sought: KeyTable.Sought) {
    if let number = keys.approach(sought) { sums.willRead(number..<number + 1) }
  }

  /// Calls `body` with every key and its sum, in the order in which the keys first came.
  func forEach(_ body: (Span<UInt64>, Sum) -> Void) {
    for number in sums.indices { body(keys.key(number).span, sums[number]) }
  }

  /// Forgets all sums, for another use of the same memory.
  mutating func removeAll() {
    keys.removeAll()
    sums.removeAll(keepingCapacity: true)
  }
}
