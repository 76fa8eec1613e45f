/// Room for the levels of several facts in an arena, row by row; all are 0 at first.
///
/// Places are checked. Not to be used after the arena.
public struct LevelTable {
  @usableFromInline let codes: UnsafeMutableBufferPointer<UInt32>
  /// How many facts there are.
  public let count: Int
  /// How many levels each has.
  public let attributes: Int

  /// Room in `arena` for the levels of `count` facts.
  public init(_ count: Int, attributes: Int, in arena: FactArena) {
    precondition(count >= 0 && attributes >= 0, "there are no fewer levels than none")
    codes = arena.codes(count * attributes)
    (self.count, self.attributes) = (count, attributes)
  }

  /// The level of a fact's attribute, which must be there.
  @inlinable
  public subscript(fact: Int, attribute: Int) -> UInt32 {
    @inline(__always) get { codes[place(fact, attribute)] }
    @inline(__always) nonmutating set { codes[place(fact, attribute)] = newValue }
  }

  /// The levels of a fact, which must be there.
  @inlinable
  @inline(__always)
  public func levels(of fact: Int) -> FactLevels {
    precondition(fact.isPlace(among: count), "levels of a fact were asked for that is not there")
    return FactLevels(UnsafeBufferPointer(rebasing: codes[fact &* attributes..<(fact &+ 1) &* attributes]))
  }

  @inlinable
  @inline(__always)
  func place(_ fact: Int, _ attribute: Int) -> Int {
    precondition(
      fact.isPlace(among: count) && attribute.isPlace(among: attributes),
      "a level was asked for that is not there")
    return fact &* attributes &+ attribute
  }
}
