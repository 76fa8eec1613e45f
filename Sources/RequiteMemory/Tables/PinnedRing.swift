/// The elements of a pinned array whose number is a power of two, seen as a ring: every place is one of theirs.
///
/// For open-addressed tables, where a search that runs over the end goes on at the beginning. Not to be used after the array
/// is gone.
public struct PinnedRing<Element: BitwiseCopyable>: BitwiseCopyable {
  @usableFromInline let start: UnsafeMutablePointer<Element>
  @usableFromInline let mask: Int

  /// The ring of an array.
  public init(_ array: borrowing PinnedArray<Element>) {
    precondition(array.count > 0 && array.count & (array.count - 1) == 0, "a ring has a power of two of places")
    (start, mask) = (array.slots.start, array.count - 1)
  }

  /// An element by its place, counted on around the ring.
  @inlinable
  public subscript(place: Int) -> Element {
    @inline(__always) get { start[place & mask] }
    @inline(__always) nonmutating set { start[place & mask] = newValue }
  }
}
