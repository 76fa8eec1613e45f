/// An array with a power of two of elements, seen as a ring: every place is one of theirs.
///
/// For open-addressed tables, where a search that runs over the end goes on at the beginning.
public struct RingArray<Element: BitwiseCopyable> {
  // Never another number of them than at the beginning.
  @usableFromInline var elements: [Element]

  /// Creates a ring of `count` equal elements, a power of two.
  public init(repeating element: Element, count: Int) {
    precondition(count > 0 && count & (count - 1) == 0, "a ring has a power of two of places")
    elements = Array(repeating: element, count: count)
  }

  /// How many elements there are.
  @inlinable public var count: Int { elements.count }

  /// An element by its place, counted on around the ring.
  @inlinable
  public subscript(place: Int) -> Element {
    @inline(__always)
    get { elements.withUnsafeBufferPointer { $0[place & ($0.count &- 1)] } }
    set { elements[place & (elements.count &- 1)] = newValue }
  }
}

extension RingArray: Sendable where Element: Sendable {}
