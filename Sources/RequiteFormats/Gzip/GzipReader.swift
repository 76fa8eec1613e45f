import CZlib

/// The content of a gzip file (RFC 1952), all its members joined.
///
/// Every member's header, CRC-32 and length are checked. The extra field, name and comment of a header are stepped over
/// and used for nothing. After the last member only zero bytes may follow, as tape writers leave them, up to the end.
final class GzipReader: ByteStream {
  private static let inputCapacity = 256 * 1024
  private static let headerLength = 10

  private let source: ObservedFile
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: inputCapacity, alignment: 64)
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var member = 1
  private var isFinished = false
  private var leading = LeadingBytes()

  init(source: ObservedFile) {
    self.source = source
    stream.initialize(to: z_stream())
    let result = czlib_inflate_init(stream, 15 + 16)
    precondition(result == Z_OK, "zlib can be started: its version fits and there is memory for its window")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let capacity = min(buffer.count, Int(UInt32.max))
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(capacity)
    while stream.pointee.avail_out > 0 && !isFinished {
      if stream.pointee.avail_in == 0, try !refill() { throw failure(.truncated) }
      try inflateOnce()
    }
    let count = capacity - Int(stream.pointee.avail_out)
    if leading.take(buffer[..<count], isLast: isFinished), let kind = leading.signature {
      throw failure(kind == .gzip ? .compressedTwice : .looksLike(kind))
    }
    return count
  }

  private func inflateOnce() throws {
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isFinished = try !beginMember()
    case Z_DATA_ERROR: throw failure(dataError)
    default: preconditionFailure("inflate was called on a stream it does not accept")
    }
  }

  /// Goes to the next member, if there is one.
  private func beginMember() throws -> Bool {
    try gather(Self.headerLength)
    guard let next = stream.pointee.next_in, stream.pointee.avail_in > 0 else { return false }
    if next[0] == 0 {
      try skipPadding()
      return false
    }
    guard Int(stream.pointee.avail_in) >= Self.headerLength, next[0] == 0x1F, next[1] == 0x8B else {
      throw trailing(from: offset)
    }
    inflateReset(stream)
    member += 1
    return true
  }

  private func skipPadding() throws {
    let start = offset
    repeat {
      let rest = UnsafeBufferPointer(start: stream.pointee.next_in, count: Int(stream.pointee.avail_in))
      guard rest.allSatisfy({ $0 == 0 }) else { throw trailing(from: start) }
      stream.pointee.avail_in = 0
    } while try refill()
  }
}

// MARK: - Input

extension GzipReader {
  /// The place in the file of the next byte zlib will see.
  private var offset: Int {
    source.offset - Int(stream.pointee.avail_in)
  }

  /// Reads more of the file once everything read was used.
  private func refill() throws -> Bool {
    let count = try source.read(into: input)
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(count)
    return count > 0
  }

  /// Sees to it that `count` bytes lie ready, or all that are left.
  private func gather(_ count: Int) throws {
    let left = Int(stream.pointee.avail_in)
    guard left < count, let next = stream.pointee.next_in, let base = input.baseAddress else { return }
    base.copyMemory(from: next, byteCount: left)
    let read = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: input[left...]))
    stream.pointee.next_in = base.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(left + read)
  }
}

// MARK: - Failures

extension GzipReader {
  private func failure(_ reason: ContainerFailure.Reason) -> ContainerFailure {
    ContainerFailure(reason, source.file.path, offset: offset, member: member)
  }

  private func trailing(from start: Int) -> ContainerFailure {
    let count = max(source.file.size, source.offset) - start
    return ContainerFailure(.trailing(count: count), source.file.path, offset: start, member: member)
  }

  /// zlib has one code for all damage, and tells by its message which it was.
  private var dataError: ContainerFailure.Reason {
    let message = stream.pointee.msg.map { String(cString: $0) } ?? "no reason given"
    return switch message {
    case "incorrect data check": .checksum
    case "incorrect length check": .length
    case "header crc mismatch": .headerChecksum
    case "unknown compression method": .method
    case "unknown header flags set": .flags
    default: .corrupt(message)
    }
  }
}
