import CZlib

/// A gzip member, built by hand so that every part of it can be wrong.
struct GzipMember {
  var flags: UInt8 = 0
  var method: UInt8 = 8
  /// What stands between the fixed part of the header and the data: extra field, name, comment, header checksum.
  var optionalFields: [UInt8] = []
  var body: [UInt8]
  var checksum: UInt32
  var length: UInt32

  /// A member whose content is deflated by zlib.
  init(_ content: [UInt8]) {
    body = Self.deflated(content)
    checksum = Self.crc(content)
    length = UInt32(truncatingIfNeeded: content.count)
  }

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// A member with `data` in place of deflate blocks.
  init(data: [UInt8]) {
    body = data
    checksum = 0
    length = 0
  }

  /// The ten fixed bytes and the optional fields.
  var header: [UInt8] {
    [0x1F, 0x8B, method, flags, 0, 0, 0, 0, 0, 3] + optionalFields
  }

  var bytes: [UInt8] {
    header + body + Self.littleEndian(checksum) + Self.littleEndian(length)
  }

  /// The CRC-16 of the header, as FHCRC wants it.
  func headerChecksum() -> [UInt8] {
    Array(Self.littleEndian(Self.crc(header)).prefix(2))
  }

  static func littleEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  static func crc(_ bytes: [UInt8]) -> UInt32 {
    UInt32(crc32(0, bytes, UInt32(bytes.count)))
  }

  /// Raw deflate data, the last block included.
  static func deflated(_ content: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    precondition(czlib_deflate_init(&stream, 6, -15) == Z_OK)
    defer { deflateEnd(&stream) }
    var input = content
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))) + 16)
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        precondition(deflate(&stream, Z_FINISH) == Z_STREAM_END)
        return target.count - Int(stream.avail_out)
      }
    }
    return Array(output.prefix(written))
  }
}
