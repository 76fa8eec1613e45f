/// The bytes of a gzip file as they lie on the disk, a large piece of them in memory.
///
/// Whoever uses bytes takes them off the front; the next piece comes when it is asked for.
final class GzipInput {
  /// How much is read at once, and all there is room for unless told otherwise.
  private static let pieceSize = 256 * 1024

  /// Which member of the file is read, from 1.
  var member = 1
  /// The first byte in memory that was not used yet.
  private(set) var next: UnsafeMutablePointer<UInt8>
  /// How many such bytes lie in memory.
  private(set) var count = 0
  private let source: ObservedFile
  private let memory: UnsafeMutableRawBufferPointer

  /// Nothing of `source` yet, and room for `capacity` bytes of it, if that is more than usual.
  init(_ source: ObservedFile, capacity: Int = 0) {
    self.source = source
    memory = .allocate(byteCount: max(capacity, Self.pieceSize), alignment: 64)
    next = memory.baseAddress!.assumingMemoryBound(to: UInt8.self)
  }

  deinit {
    memory.deallocate()
  }

  /// The bytes in memory that were not used yet.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: next, count: count)
  }

  /// Steps over bytes in memory that were used.
  func skip(_ used: Int) {
    next += used
    count -= used
  }

  /// Reads on if everything in memory was used.
  ///
  /// - Throws: ``ContainerFailure/Reason/truncated`` at the end of the file.
  func need() throws {
    guard try hasMore() else { throw failure(.truncated) }
  }

  /// Reads on if everything in memory was used; `false` at the end of the file.
  func hasMore() throws -> Bool {
    try gather(1)
    return count > 0
  }

  /// Sees to it that `wanted` bytes lie in memory, or all that are left, or as many as there is room for.
  func gather(_ wanted: Int) throws {
    guard count < min(wanted, memory.count) else { return }
    memory.copyMemory(from: bytes)
    next = memory.baseAddress!.assumingMemoryBound(to: UInt8.self)
    repeat {
      let room = memory[count..<min(count + Self.pieceSize, memory.count)]
      let read = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: room))
      if read == 0 { return }
      count += read
    } while count < min(wanted, memory.count)
  }

  /// The next byte.
  func take() throws -> UInt8 {
    try need()
    defer { skip(1) }
    return next.pointee
  }

  /// The next four bytes as a little-endian number.
  func takeNumber() throws -> UInt32 {
    var number: UInt32 = 0
    for shift in stride(from: UInt32(0), to: 32, by: 8) { number |= UInt32(try take()) << shift }
    return number
  }
}

// MARK: - Failures

extension GzipInput {
  /// The place in the file of the next byte.
  var offset: Int {
    source.offset - count
  }

  /// Something is wrong here.
  func failure(_ reason: ContainerFailure.Reason) -> ContainerFailure {
    ContainerFailure(reason, source.file.path, offset: offset, member: member)
  }

  /// From `start` on there is something that is no member.
  func trailing(from start: Int) -> ContainerFailure {
    let count = max(source.file.size, source.offset) - start
    return ContainerFailure(.trailing(count: count), source.file.path, offset: start, member: member)
  }
}
