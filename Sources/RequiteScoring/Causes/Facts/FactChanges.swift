import RequiteModel

/// What became of several facts, as the set of what became of each; those of which nothing became are not in it.
struct FactChanges: Equatable, BitwiseCopyable, Sendable {
  private var bits: UInt8 = 0

  /// Nothing became of any.
  init() {}

  /// Adds what became of one more.
  mutating func insert(_ change: FactMark.Change) {
    if change != .same { bits |= 1 << change.rawValue }
  }

  /// Adds what became of others.
  mutating func formUnion(_ other: FactChanges) {
    bits |= other.bits
  }

  /// The cause of what they come to together: `knock_on` where nothing became of any.
  ///
  /// Only additions are `late`, only removals of one kind are that kind, of several kinds `removed`; additions and removals
  /// together are a correction.
  var kind: Cause.Kind {
    let all = FactMark.Change.allCases.filter { bits & 1 << $0.rawValue != 0 }
    if all.count < 2 { return all.first?.kind ?? .knockOn }
    return all.contains(.corrected) || all.contains(.late) ? .corrected : .removed
  }
}
