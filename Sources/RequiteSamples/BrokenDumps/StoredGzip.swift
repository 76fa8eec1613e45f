/// A gzip member (RFC 1952) put together piece by piece, so that each piece can be wrong.
///
/// Content goes into stored blocks (RFC 1951, section 3.2.4): the bytes are the same whatever zlib is installed.
struct StoredGzip {
  /// The optional parts of the header, as its flag bits number them.
  enum Flag {
    static let headerChecksum: UInt8 = 2
    static let extra: UInt8 = 4
    static let name: UInt8 = 8
    static let comment: UInt8 = 16
  }

  /// The compression method; 8 is the only one there is.
  var method: UInt8 = 8
  /// Which optional parts follow, and three bits that must be 0.
  var flags: UInt8 = 0
  /// The optional parts, after the ten fixed bytes.
  var options: [UInt8] = []
  /// The deflate stream.
  var body: [UInt8]
  /// CRC-32 of the content.
  var checksum: UInt32
  /// Length of the content.
  var length: UInt32

  /// A sound member that holds `content`.
  init(_ content: [UInt8]) {
    self.init(content, body: StoredGzip.stored(content))
  }

  /// A member whose deflate stream is given with the content it stands for.
  init(_ content: [UInt8], body: [UInt8]) {
    self.body = body
    checksum = GzipWriter.checksum(of: content)
    length = UInt32(truncatingIfNeeded: content.count)
  }

  /// The header.
  var header: [UInt8] {
    [0x1F, 0x8B, method, flags, 0, 0, 0, 0, 0, 255] + options
  }

  /// The member.
  var bytes: [UInt8] {
    var bytes = header + body
    bytes.append(littleEndian: checksum)
    bytes.append(littleEndian: length)
    return bytes
  }

  /// The same member with changes.
  func changed(_ change: (inout StoredGzip) -> Void) -> StoredGzip {
    var copy = self
    change(&copy)
    return copy
  }

  /// A deflate stream of stored blocks.
  static func stored(_ content: [UInt8], isLast: Bool = true) -> [UInt8] {
    var stream: [UInt8] = []
    var offset = 0
    repeat {
      let count = min(65_535, content.count - offset)
      stream.append(isLast && offset + count == content.count ? 1 : 0)
      stream.append(littleEndian: UInt16(count))
      stream.append(littleEndian: ~UInt16(count))
      stream += content[offset..<offset + count]
      offset += count
    } while offset < content.count
    return stream
  }
}
