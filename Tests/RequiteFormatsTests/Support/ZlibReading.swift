import CZlib

/// What zlib itself makes of a gzip file: its content, or what zlib calls the fault and where it stopped.
///
/// Only members without anything between or behind them.
struct ZlibReading: Equatable {
  var content: [UInt8]?
  var fault: String?
  var offset = 0
  var member = 1

  init(_ file: [UInt8]) {
    var stream = z_stream()
    precondition(czlib_inflate_init(&stream, 15 + 16) == Z_OK)
    defer { inflateEnd(&stream) }
    var input = file
    var content: [UInt8] = []
    input.withUnsafeMutableBufferPointer { bytes in
      stream.next_in = bytes.baseAddress
      stream.avail_in = UInt32(bytes.count)
      while let piece = step(&stream) { content += piece }
    }
    offset = file.count - Int(stream.avail_in)
    if fault == nil { self.content = content }
  }

  /// A piece of the content; `nil` at the end, whichever it is.
  private mutating func step(_ stream: inout z_stream) -> [UInt8]? {
    var room = [UInt8](repeating: 0, count: 4096)
    let result = room.withUnsafeMutableBufferPointer { room in
      stream.next_out = room.baseAddress
      stream.avail_out = UInt32(room.count)
      return inflate(&stream, Z_NO_FLUSH)
    }
    switch result {
    case Z_OK: break
    case Z_STREAM_END where stream.avail_in > 0:
      inflateReset(&stream)
      member += 1
    case Z_STREAM_END:
      if room.count == Int(stream.avail_out) { return nil }
    case Z_BUF_ERROR:
      fault = "truncated"
      return nil
    default:
      fault = String(cString: stream.msg)
      return nil
    }
    return Array(room.prefix(room.count - Int(stream.avail_out)))
  }
}
