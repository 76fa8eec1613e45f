import RequiteModel

/// A tally as simple as it can be, to hold the real one against.
struct TallyModel {
  let valueWidth: Int
  private(set) var values: [[UInt64]: [Int128]] = [:]

  init(valueWidth: Int) {
    self.valueWidth = valueWidth
  }

  mutating func add(_ value: [Int128], to key: [UInt64]) {
    let sums = values[key] ?? Array(repeating: 0, count: valueWidth)
    values[key] = zip(sums, value).map { $0 + $1 }
  }

  mutating func add(_ changes: [SumChange], to key: [UInt64]) {
    var value = Array(repeating: Int128(0), count: valueWidth)
    for change in changes { value[change.place] += change.value }
    add(value, to: key)
  }

  mutating func merge(_ other: TallyModel) {
    for (key, value) in other.values { add(value, to: key) }
  }

  var sorted: [(key: [UInt64], value: [Int128])] {
    values.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { (key: $0.key, value: $0.value) }
  }

  /// The entries of `tally` by way of its blocks.
  private func blocks(of tally: Tally, size: Int) -> [(key: [UInt64], value: [Int128])] {
    var entries: [(key: [UInt64], value: [Int128])] = []
    tally.forEachBlock(of: size) { block in
      for entry in 0..<block.count {
        entries.append(
          (
            key: (0..<tally.keyWidth).map { Array(block.words($0))[entry] },
            value: (0..<tally.valueWidth).map { Array(block.values($0))[entry] }
          ))
      }
    }
    return entries
  }

  /// Whether `tally` holds the same, whichever way one looks at it.
  func describes(_ tally: Tally) -> Bool {
    tally.count == values.count && tally.sorted().elementsEqual(sorted) { $0.key == $1.key && $0.value == $1.value }
      && tally.entries.elementsEqual(sorted) { $0.key == $1.key && $0.value == $1.value }
      && blocks(of: tally, size: 7).elementsEqual(sorted) { $0.key == $1.key && $0.value == $1.value }
      && values.allSatisfy { key, value in
        tally[key] == value && value.indices.allSatisfy { tally[key, $0] == value[$0] }
      }
  }
}
