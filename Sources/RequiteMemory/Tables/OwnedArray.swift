/// Elements that cannot be copied, a fixed number of them, each changed where it is.
public struct OwnedArray<Element: ~Copyable>: ~Copyable {
  @usableFromInline let start: UnsafeMutablePointer<Element>
  /// How many elements there are.
  public let count: Int

  /// Makes each of `count` elements from its place.
  public init(count: Int, _ make: (Int) -> Element) {
    precondition(count >= 0, "there are no fewer elements than none")
    start = .allocate(capacity: count)
    self.count = count
    for place in 0..<count { (start + place).initialize(to: make(place)) }
  }

  deinit {
    start.deinitialize(count: count)
    start.deallocate()
  }

  /// An element, which must be there.
  @inlinable
  public subscript(place: Int) -> Element {
    @inline(__always)
    unsafeAddress {
      check(place)
      return UnsafePointer(start + place)
    }
    @inline(__always)
    unsafeMutableAddress {
      check(place)
      return start + place
    }
  }

  @inlinable
  @inline(__always)
  func check(_ place: Int) {
    precondition(place.isPlace(among: count), "an element was asked for that is not there")
  }
}
