import CZlib

/// Packs bytes as one gzip member (RFC 1952) without time, name or system, so that the same zlib gives the same bytes.
public enum GzipWriter {
  /// The member that holds `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: what to pack.
  ///   - level: zlib's effort, 1 (fastest) to 9 (smallest).
  public static func compress(_ bytes: [UInt8], level: Int = 9) -> [UInt8] {
    member(deflate(bytes, level: level), checksum: checksum(of: bytes), length: bytes.count)
  }

  /// The member of a deflate stream whose content has this checksum and length.
  static func member(_ stream: [UInt8], checksum: UInt32, length: Int) -> [UInt8] {
    var member = header + stream
    member.append(littleEndian: checksum)
    member.append(littleEndian: UInt32(truncatingIfNeeded: length))
    return member
  }

  /// Magic, method deflate, no flags, no time, no extra flags, unknown system.
  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

  /// CRC-32 as gzip's trailer has it.
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { UInt32(unsafe crc32_z(0, $0.baseAddress, $0.count)) }
  }

  /// A raw deflate stream, made in steps of at most 1 GiB because zlib counts in 32 bits.
  ///
  /// One that is not the last ends on a byte and refers to nothing before it: another may follow.
  static func deflate(_ bytes: [UInt8], level: Int, isLast: Bool = true) -> [UInt8] {
    precondition((1...9).contains(level), "zlib's levels are 1 to 9.")
    var stream = unsafe z_stream()
    let start = unsafe czlib_deflate_init(&stream, Int32(level), -MAX_WBITS)
    precondition(start == Z_OK, "zlib could not begin: out of memory.")
    defer { unsafe deflateEnd(&stream) }
    var output: [UInt8] = []
    let step = 1 << 30
    var offset = 0
    repeat {
      let count = min(step, bytes.count - offset)
      let isEnd = offset + count == bytes.count
      unsafe bytes.withUnsafeBufferPointer { input in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { unsafe $0 + offset })
        unsafe stream.avail_in = UInt32(count)
        unsafe drain(&stream, !isEnd ? Z_NO_FLUSH : isLast ? Z_FINISH : Z_FULL_FLUSH, into: &output)
      }
      offset += count
    } while offset < bytes.count
    return output
  }

  private static func drain(_ stream: inout z_stream, _ flush: Int32, into output: inout [UInt8]) {
    let room = 256 * 1024
    while true {
      var status = Z_OK
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, written in
        unsafe stream.next_out = buffer.baseAddress
        unsafe stream.avail_out = UInt32(room)
        status = unsafe CZlib.deflate(&stream, flush)
        written = unsafe room - Int(stream.avail_out)
      }
      output += chunk
      precondition(status != Z_STREAM_ERROR, "zlib's stream was mistreated.")
      if unsafe flush == Z_FINISH ? status == Z_STREAM_END : stream.avail_out > 0 { return }
    }
  }
}

extension [UInt8] {
  /// Appends a number's four bytes, lowest first.
  mutating func append(littleEndian number: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Appends a number's two bytes, lowest first.
  mutating func append(littleEndian number: UInt16) {
    append(UInt8(truncatingIfNeeded: number))
    append(UInt8(truncatingIfNeeded: number >> 8))
  }
}
