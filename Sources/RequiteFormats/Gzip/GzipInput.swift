/// The bytes of a gzip file as they lie on the disk, a large piece of them in memory.
///
/// Whoever uses bytes takes them off the front; the next piece comes when it is asked for.
final class GzipInput {
  /// How much is read at once, and all there is room for unless told otherwise.
  private static let pieceSize = 256 * 1024

  /// Which member of the file is read, from 1.
  var member = 1
  private let source: ObservedFile
  private var memory: SlidingBytes

  /// Nothing of `source` yet, and room for `capacity` bytes of it, if that is more than usual.
  init(_ source: ObservedFile, capacity: Int = 0) {
    self.source = source
    memory = SlidingBytes(capacity: max(capacity, Self.pieceSize))
  }

  /// The bytes in memory that were not used yet; gone when more are read.
  var bytes: Bytes { memory.bytes }

  /// How many such bytes lie in memory.
  var count: Int { memory.count }

  /// Steps over bytes in memory that were used.
  func skip(_ used: Int) {
    memory.removeFirst(used)
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
    let wanted = min(wanted, memory.capacity)
    while count < wanted {
      let room = min(Self.pieceSize, memory.capacity - count)
      let read = try memory.append(atMost: room) { [source] in try source.read(into: &$0) }
      if read == 0 { return }
    }
  }

  /// The next byte.
  func take() throws -> UInt8 {
    try need()
    defer { skip(1) }
    return bytes[0]
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
