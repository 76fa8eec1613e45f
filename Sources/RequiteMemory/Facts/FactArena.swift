/// Where the ids and levels of facts lie, so that a fact itself is plain bits: copied by the million without counting
/// references.
///
/// A fact points into the arena it was read with and must not be used after it. Memory comes in large pages and is freed
/// with the arena.
public final class FactArena {
  private static let pageSize = 256 << 10

  private var pages: [UnsafeMutableRawBufferPointer] = []
  /// How many of the pages are in use.
  private var taken = 0
  /// How much of the last page in use is.
  private var used = 0

  /// Creates an empty arena.
  public init() {}

  deinit {
    for page in pages { page.deallocate() }
  }

  /// Keeps a copy of `bytes`.
  public func keep(_ bytes: UnsafeRawBufferPointer) -> FactBytes {
    guard !bytes.isEmpty else { return FactBytes() }
    let copy = room(bytes.count)
    copy.copyMemory(from: bytes)
    return FactBytes(UnsafeRawBufferPointer(copy))
  }

  /// Keeps a copy of level codes.
  public func keep(_ levels: UnsafeBufferPointer<UInt32>) -> FactLevels {
    guard !levels.isEmpty else { return FactLevels() }
    let copy = room(levels.count * MemoryLayout<UInt32>.stride).bindMemory(to: UInt32.self)
    _ = copy.initialize(from: levels)
    return FactLevels(UnsafeBufferPointer(copy))
  }

  /// Keeps a copy of level codes.
  public func keep(_ levels: [UInt32]) -> FactLevels {
    levels.withUnsafeBufferPointer { keep($0) }
  }

  /// Keeps a copy of the levels of a fact of another arena.
  public func keep(_ levels: FactLevels) -> FactLevels {
    keep(UnsafeBufferPointer(start: levels.start, count: levels.count))
  }

  /// Keeps a copy of a text's UTF-8 bytes.
  public func keep(_ text: String) -> FactBytes {
    var text = text
    return text.withUTF8 { keep(UnsafeRawBufferPointer($0)) }
  }

  /// Forgets everything, for other facts in the same memory; no fact of before may be used after it.
  public func removeAll() {
    taken = 0
    used = 0
  }

  /// Bytes that `fill` writes, at most `count`.
  @inline(__always)
  public func make(atMost count: Int, _ fill: (inout OutputSpan<UInt8>) throws -> Void) rethrows -> FactBytes {
    guard count > 0 else { return FactBytes() }
    let room = room(count).bindMemory(to: UInt8.self)
    var output = OutputSpan(buffer: room, initializedCount: 0)
    try fill(&output)
    let length = output.finalize(for: room)
    return FactBytes(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<length]))
  }

  /// Room for the codes of several facts, to be filled by the caller at once.
  func codes(_ count: Int) -> UnsafeMutableBufferPointer<UInt32> {
    let codes = room(count * MemoryLayout<UInt32>.stride).bindMemory(to: UInt32.self)
    codes.initialize(repeating: 0)
    return codes
  }

  /// Room for `count` bytes, aligned for codes.
  private func room(_ count: Int) -> UnsafeMutableRawBufferPointer {
    if taken == 0 || used + count > pages[taken - 1].count { takePage(atLeast: count) }
    defer { used += (count + 7) & ~7 }
    return UnsafeMutableRawBufferPointer(rebasing: pages[taken - 1][used..<used + count])
  }

  /// Begins the next page, one from before where that is large enough.
  private func takePage(atLeast size: Int) {
    if taken == pages.count || pages[taken].count < size {
      pages.insert(.allocate(byteCount: max(size, FactArena.pageSize), alignment: 16), at: taken)
    }
    taken += 1
    used = 0
  }
}
