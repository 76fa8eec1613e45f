/// A list in memory that stays where it is until the list grows; made once and filled again and again.
///
/// For what is added to and read for every piece of a text. All places are checked.
public struct PinnedList<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var start = UnsafeMutablePointer<Element>.allocate(capacity: 0)
  /// How many elements there are.
  @usableFromInline var length = 0
  @usableFromInline var capacity = 0

  /// No elements.
  public init() {}

  deinit {
    start.deallocate()
  }

  /// How many elements there are.
  @inlinable public var count: Int { length }

  /// Adds an element.
  @inlinable
  @inline(__always)
  public mutating func append(_ element: Element) {
    if length == capacity { grow() }
    (start + length).initialize(to: element)
    length &+= 1
  }

  /// Forgets all elements, and keeps the room for them.
  @inlinable
  public mutating func removeAll() {
    length = 0
  }

  /// Whether there is an element at a place.
  @inlinable
  @inline(__always)
  public func has(_ place: Int) -> Bool {
    place.isPlace(among: length)
  }

  /// An element, which must be there.
  @inlinable
  public subscript(place: Int) -> Element {
    @inline(__always)
    get {
      precondition(has(place), "an element was asked for that is not there")
      return start[place]
    }
    @inline(__always)
    _modify {
      precondition(has(place), "an element was asked for that is not there")
      yield &start[place]
    }
  }

  @usableFromInline
  mutating func grow() {
    let old = start
    capacity = max(16, 2 * capacity)
    start = .allocate(capacity: capacity)
    start.initialize(from: old, count: length)
    old.deallocate()
  }
}
