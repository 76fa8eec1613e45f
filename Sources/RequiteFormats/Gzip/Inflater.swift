/// Decompresses deflate data (RFC 1951) by zlib, without any frame around them.
final class Inflater {
  /// The CRC-32 of what was decompressed so far, and its length modulo 2³².
  private(set) var checksum: UInt32 = 0
  private(set) var length: UInt32 = 0
  private let inflater = RawInflater()

  /// Begins anew, for other data.
  func reset() {
    inflater.reset()
    checksum = 0
    length = 0
  }

  /// Decompresses what lies in `input`, which reads on if it is empty, until that is used up, `room` is full or the data
  /// end.
  ///
  /// What was used is taken off `input`. `room` must not be full.
  ///
  /// - Returns: whether the data end with what was added to `room`.
  /// - Throws: ``ContainerFailure`` for data that make no sense or are cut.
  func inflate(_ input: GzipInput, into room: inout OutputSpan<UInt8>) throws -> Bool {
    try input.need()
    let start = room.count
    let (used, outcome) = inflater.inflate(input.bytes, into: &room)
    input.skip(used)
    checksum = CRC32.checksum(room.span.extracting(start...), after: checksum)
    length &+= UInt32(truncatingIfNeeded: room.count - start)
    switch outcome {
    case .paused: return false
    case .ended: return true
    case .damaged(let message): throw input.failure(.corrupt(message))
    }
  }
}
