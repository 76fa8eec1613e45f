import CZlib

/// Decompresses deflate data (RFC 1951) by zlib, without any frame around them, piece by piece.
public final class RawInflater {
  /// What came of a piece.
  public enum Outcome: Equatable {
    /// The piece was used up, or there is no more room.
    case paused
    /// The data have ended.
    case ended
    /// The data make no sense; zlib has one code for all damage, and tells by its message which it was.
    case damaged(String)
  }

  // zlib keeps the address of its stream.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  /// Begins with nothing.
  public init() {
    stream.initialize(to: z_stream())
    let result = czlib_inflate_init(stream, -15)
    precondition(result == Z_OK, "zlib can be started: its version fits and there is memory for its window")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Begins anew, for other data.
  public func reset() {
    inflateReset(stream)
  }

  /// Decompresses a piece until it is used up, `room` is full or the data end; neither may be empty.
  ///
  /// - Returns: how many bytes of the piece were used, and how it ended.
  public func inflate(_ piece: Bytes, into room: inout OutputSpan<UInt8>) -> (used: Int, outcome: Outcome) {
    let offered = UInt32(clamping: piece.count)
    stream.pointee.next_in = UnsafeMutablePointer(mutating: piece.start)
    stream.pointee.avail_in = offered
    let result = room.withUnsafeMutableBufferPointer { buffer, initialized in
      let capacity = UInt32(clamping: buffer.count - initialized)
      stream.pointee.next_out = buffer.baseAddress.map { $0 + initialized }
      stream.pointee.avail_out = capacity
      let result = CZlib.inflate(stream, Z_NO_FLUSH)
      initialized += Int(capacity - stream.pointee.avail_out)
      return result
    }
    let used = Int(offered - stream.pointee.avail_in)
    switch result {
    case Z_OK, Z_BUF_ERROR: return (used, .paused)
    case Z_STREAM_END: return (used, .ended)
    case Z_DATA_ERROR: return (used, .damaged(message))
    default: preconditionFailure("inflate was called on a stream it does not accept")
    }
  }

  private var message: String {
    stream.pointee.msg.map { String(cString: $0) } ?? "no reason given"
  }
}
