import CZlib

/// The content of a gzip file of any number of members, `nil` if zlib finds anything wrong with it.
func gunzip(_ bytes: [UInt8]) -> [UInt8]? {
  var stream = z_stream()
  guard czlib_inflate_init(&stream, 15 + 16) == Z_OK else { return nil }
  defer { inflateEnd(&stream) }
  var input = bytes
  var content: [UInt8] = []
  return input.withUnsafeMutableBufferPointer { buffer in
    stream.next_in = buffer.baseAddress
    stream.avail_in = UInt32(buffer.count)
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let (status, count) = chunk.withUnsafeMutableBufferPointer { room in
        stream.next_out = room.baseAddress
        stream.avail_out = UInt32(room.count)
        return (inflate(&stream, Z_NO_FLUSH), room.count - Int(stream.avail_out))
      }
      content += chunk[..<count]
      if status == Z_STREAM_END {
        if stream.avail_in == 0 { return content }
        inflateReset(&stream)
      } else if status != Z_OK {
        return nil
      }
    }
  }
}
