/// Brings numbers of the same group together by counting, in the order in which they came.
@usableFromInline
enum CountingSort {
  /// Fills `sorted` with the numbers group after group, and `ends` with where those of each group end.
  ///
  /// - Parameters:
  ///   - groupOf: the group of each number, less than `groups`.
  ///   - number: the number at a place of `groupOf`.
  ///   - sorted: keeps its storage; what it held is gone.
  ///   - ends: keeps its storage; has one entry more than there are groups, the last of which means nothing.
  /// - Complexity: O(*n*).
  @inlinable @inline(__always)
  static func deal(
    _ groupOf: [UInt32], groups: Int, number: (_ place: Int) -> UInt32, into sorted: inout [UInt32],
    ends: inout [UInt32]
  ) {
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: groups + 1))
    for group in groupOf { ends[Int(group) + 1] += 1 }
    for group in 0..<groups { ends[group + 1] += ends[group] }
    sorted.removeAll(keepingCapacity: true)
    sorted.append(contentsOf: repeatElement(0, count: groupOf.count))
    for (place, group) in groupOf.enumerated() {
      sorted[Int(ends[Int(group)])] = number(place)
      ends[Int(group)] += 1
    }
    // Every beginning has moved to the end of its group.
  }
}
