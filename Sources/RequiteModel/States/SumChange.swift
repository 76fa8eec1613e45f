/// What is added to one integer of a tally's value.
public struct SumChange: Hashable, BitwiseCopyable, Sendable {
  /// Position in the value.
  public var place: Int
  /// What is added.
  public var value: Int128

  /// Creates a change.
  @inlinable public init(place: Int, value: Int128) {
    self.place = place
    self.value = value
  }
}
