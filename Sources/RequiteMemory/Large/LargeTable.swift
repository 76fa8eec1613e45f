/// Elements of a table that is larger than the caches and looked into all over: places are checked, and memory that is
/// needed soon can be sent for.
///
/// All elements are made of zeros at first. A large table takes memory only where it was written.
public final class LargeTable<Element: BitwiseCopyable> {
  private let memory: ZeroedMemory
  @usableFromInline let slots: PinnedSlots<Element>

  /// Creates a table of `count` elements, whose bytes are zeros.
  public init(count: Int) {
    memory = ZeroedMemory(byteCount: count * MemoryLayout<Element>.stride)
    let start = memory.bytes.baseAddress.unsafelyUnwrapped.bindMemory(to: Element.self, capacity: count)
    slots = PinnedSlots(start: start, count: count)
  }

  /// How many elements there are.
  @inlinable public var count: Int { slots.count }

  /// An element, which must be there.
  @inlinable
  public subscript(place: Int) -> Element {
    @inline(__always) get { slots[place] }
    @inline(__always) set { slots[place] = newValue }
  }

  /// Begins to bring an element, which must be there, into the cache while other work goes on.
  @inlinable
  @inline(__always)
  public func willNeed(_ place: Int) {
    slots.check(place)
    CacheHint.willRead(slots.start + place)
  }
}
