/// Where the ids and levels of facts lie, so that a fact itself is plain bits: copied by the million without counting
/// references.
///
/// A fact points into the arena it was read with and must not be used after it. Memory comes in large pages and is freed
/// with the arena.
public final class FactArena {
  private static let pageSize = 256 << 10

  private var pages: [UnsafeMutableRawBufferPointer] = []
  private var used = pageSize

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

  /// Keeps a copy of a text's UTF-8 bytes.
  public func keep(_ text: String) -> FactBytes {
    var text = text
    return text.withUTF8 { keep(UnsafeRawBufferPointer($0)) }
  }

  /// Room for the codes of several facts, to be filled by the caller at once.
  package func codes(_ count: Int) -> UnsafeMutableBufferPointer<UInt32> {
    let codes = room(count * MemoryLayout<UInt32>.stride).bindMemory(to: UInt32.self)
    codes.initialize(repeating: 0)
    return codes
  }

  /// Room for `count` bytes, aligned for codes.
  private func room(_ count: Int) -> UnsafeMutableRawBufferPointer {
    if used + count > (pages.last?.count ?? 0) {
      pages.append(.allocate(byteCount: max(count, FactArena.pageSize), alignment: 16))
      used = 0
    }
    defer { used += (count + 7) & ~7 }
    return UnsafeMutableRawBufferPointer(rebasing: pages[pages.count - 1][used..<used + count])
  }
}
