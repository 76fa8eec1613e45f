/// Elements in memory that stays where it is: reaching one counts no reference and watches no access.
///
/// For what a class looks into a hundred times for every row. All places are checked.
public struct PinnedArray<Element: BitwiseCopyable>: ~Copyable {
  /// The elements for those who look into them while the array is there.
  public let slots: PinnedSlots<Element>

  /// How many elements there are.
  @inlinable public var count: Int { slots.count }

  /// Creates an array of equal elements.
  public init(repeating element: Element, count: Int) {
    let start = UnsafeMutablePointer<Element>.allocate(capacity: count + 1)
    start.initialize(repeating: element, count: count)
    slots = PinnedSlots(start: start, count: count)
  }

  /// Creates a copy of `elements`.
  public init(_ elements: [Element]) {
    let start = UnsafeMutablePointer<Element>.allocate(capacity: elements.count + 1)
    start.initialize(from: elements, count: elements.count)
    slots = PinnedSlots(start: start, count: elements.count)
  }

  deinit {
    slots.start.deallocate()
  }

  /// An element, which must be there.
  @inlinable
  public subscript(place: Int) -> Element {
    @inline(__always) get { slots[place] }
    @inline(__always) nonmutating set { slots[place] = newValue }
    @inline(__always) nonmutating _modify { yield &slots[place] }
  }
}

/// The elements of a pinned array, for those who have no share in it: not to be used after the array is gone.
public struct PinnedSlots<Element: BitwiseCopyable>: BitwiseCopyable {
  @usableFromInline let start: UnsafeMutablePointer<Element>
  /// How many elements there are.
  public let count: Int

  @inlinable
  init(start: UnsafeMutablePointer<Element>, count: Int) {
    (self.start, self.count) = (start, count)
  }

  /// An element, which must be there.
  @inlinable
  public subscript(place: Int) -> Element {
    @inline(__always)
    get {
      check(place)
      return start[place]
    }
    @inline(__always)
    nonmutating set {
      check(place)
      start[place] = newValue
    }
    @inline(__always)
    nonmutating _modify {
      check(place)
      yield &start[place]
    }
  }

  @inlinable
  @inline(__always)
  func check(_ place: Int) {
    precondition(place.isPlace(among: count), "an element was asked for that is not there")
  }

  /// Makes the first `count` elements, or all of them, equal.
  @inlinable
  public func fill(first count: Int? = nil, with element: Element) {
    let count = count ?? self.count
    precondition(count >= 0 && count <= self.count, "elements were changed that are not there")
    start.update(repeating: element, count: count)
  }
}

extension PinnedSlots<UInt8> {
  /// Some of the elements as the bytes of a text.
  @inlinable
  @inline(__always)
  public func bytes(_ range: Range<Int>) -> Bytes {
    Bytes(start: start, count: count).part(range)
  }
}
