import CZlib

/// Decompresses deflate data (RFC 1951) by zlib, without any frame around them.
final class Inflater {
  /// The CRC-32 of what was decompressed so far, and its length modulo 2³².
  private(set) var checksum: UInt32 = 0
  private(set) var length: UInt32 = 0
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init() {
    stream.initialize(to: z_stream())
    let result = czlib_inflate_init(stream, -15)
    precondition(result == Z_OK, "zlib can be started: its version fits and there is memory for its window")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Begins anew, for other data.
  func reset() {
    inflateReset(stream)
    checksum = 0
    length = 0
  }

  /// Decompresses what lies in `input`, which reads on if it is empty, until that is used up, `room` is full or the data
  /// end.
  ///
  /// What was used is taken off `input`. `room` must not be empty.
  ///
  /// - Returns: how many bytes were put into `room`, and whether the data end with them.
  /// - Throws: ``ContainerFailure`` for data that make no sense or are cut.
  func inflate(_ input: GzipInput, into room: UnsafeMutableRawBufferPointer) throws -> (count: Int, isEnd: Bool) {
    try input.need()
    let capacity = UInt32(clamping: room.count)
    stream.pointee.next_in = input.next
    stream.pointee.avail_in = UInt32(input.count)
    stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = capacity
    let result = CZlib.inflate(stream, Z_NO_FLUSH)
    input.skip(input.count - Int(stream.pointee.avail_in))
    let count = Int(capacity - stream.pointee.avail_out)
    checksum = CRC32.checksum(UnsafeRawBufferPointer(rebasing: room[..<count]), after: checksum)
    length &+= UInt32(truncatingIfNeeded: count)
    switch result {
    case Z_OK, Z_BUF_ERROR: return (count, false)
    case Z_STREAM_END: return (count, true)
    case Z_DATA_ERROR: throw input.failure(.corrupt(message))
    default: preconditionFailure("inflate was called on a stream it does not accept")
    }
  }

  /// zlib has one code for all damage, and tells by its message which it was.
  private var message: String {
    stream.pointee.msg.map { String(cString: $0) } ?? "no reason given"
  }
}
