import RequiteModel

/// What happened between two versions, where coordinates move in an order of their own.
public struct OrderedChanges: Sendable {
  /// What moves first, and what last.
  public let order: [ChangeLeg]
  /// What each cause did.
  public let changes: CausedChanges

  /// Names changes in an order.
  public init(_ order: [ChangeLeg], _ changes: CausedChanges) {
    self.order = order
    self.changes = changes
  }
}

/// The changes of all orders, so that a cause is found in each of them.
///
/// What a cause did depends on what moved before it; how many rows stand behind it may, too. A cause has as many rows in
/// all orders as in that with most, so that every order groups small causes in the same way.
struct AlignedChanges {
  /// The orders, the usual one first.
  let orders: [OrderedChanges]

  /// The changes of one number, in each order; `nil` where no row of it changed in any.
  func counts(of key: MeasureKey) -> [CausedChanges.Counts]? {
    let all = orders.map { $0.changes.counts[key] }
    guard all.contains(where: { $0 != nil }) else { return nil }
    guard orders.count > 1 else { return all.compactMap { $0 } }
    let known = all.map { $0 ?? .init() }
    let causes = AlignedChanges.sorted(known.flatMap { $0.changes.map(\.cause) })
    return known.map { counts in
      var aligned = counts.aligned(to: causes)
      for (place, cause) in causes.enumerated() {
        let rows = known.flatMap { $0.changes.filter { $0.cause == cause } }.map(\.rows)
        aligned.changes[place].rows = rows.max() ?? 0
      }
      return aligned
    }
  }

  /// The waits of one cell, in each order; `nil` where there are none.
  func waits(of key: MeasureKey) -> [CausedChanges.Waits]? {
    let all = orders.compactMap { $0.changes.waits[key] }
    guard all.count == orders.count else { return nil }
    guard orders.count > 1 else { return all }
    let causes = AlignedChanges.sorted(all.flatMap { $0.changes.map(\.cause) })
    return all.map { waits in
      var aligned = waits
      aligned.changes = causes.map { cause in
        waits.changes.first { $0.cause == cause } ?? .init(cause, bins: [:])
      }
      return aligned
    }
  }

  /// Each cause once: by coordinate, settings by their bytes, stages of the method in its order.
  static func sorted(_ causes: [Cause]) -> [Cause] {
    let places = Dictionary(causes.enumerated().map { ($1, $0) }) { first, _ in first }
    return places.keys.sorted { left, right in
      let coordinates = [left.coordinate, right.coordinate].map { Coordinate.allCases.firstIndex(of: $0)! }
      if coordinates[0] != coordinates[1] { return coordinates[0] < coordinates[1] }
      if left.coordinate == .configuration { return left.detail.byteOrder(to: right.detail) < 0 }
      return places[left]! < places[right]!
    }
  }
}
