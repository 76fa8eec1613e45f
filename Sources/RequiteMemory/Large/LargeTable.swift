/// Elements of a table that is larger than the caches and looked into all over: places are checked, and memory that is
/// needed soon can be sent for.
///
/// All elements are made of zeros at first. A large table takes memory only where it was written.
public final class LargeTable<Element: BitwiseCopyable> {
  private let memory: ZeroedMemory
  @usableFromInline let start: UnsafeMutablePointer<Element>
  /// How many elements there are.
  public let count: Int

  /// Creates a table of `count` elements, whose bytes are zeros.
  public init(count: Int) {
    memory = ZeroedMemory(byteCount: count * MemoryLayout<Element>.stride)
    start = memory.bytes.baseAddress.unsafelyUnwrapped.bindMemory(to: Element.self, capacity: count)
    self.count = count
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
    set {
      check(place)
      start[place] = newValue
    }
  }

  /// Begins to bring an element into the cache while other work goes on.
  @inlinable
  @inline(__always)
  public func willNeed(_ place: Int) {
    check(place)
    CacheHint.willRead(start + place)
  }

  @inlinable
  @inline(__always)
  func check(_ place: Int) {
    precondition(UInt(bitPattern: place) < UInt(bitPattern: count), "an element was asked for that is not there")
  }
}
