import CZlib

/// Packs bytes as one gzip member (RFC 1952) without time, name or system, so that the same zlib gives the same bytes.
public enum GzipWriter {
  /// The member that holds `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: what to pack.
  ///   - level: zlib's effort, 1 (fastest) to 9 (smallest).
  public static func compress(_ bytes: [UInt8], level: Int = 9) -> [UInt8] {
    precondition((1...9).contains(level), "zlib's levels are 1 to 9.")
    var result = header
    result += deflate(bytes, level: Int32(level))
    result.append(littleEndian: checksum(of: bytes))
    result.append(littleEndian: UInt32(truncatingIfNeeded: bytes.count))
    return result
  }

  /// Magic, method deflate, no flags, no time, no extra flags, unknown system.
  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

  /// CRC-32 as gzip's trailer has it.
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { UInt32(unsafe crc32_z(0, $0.baseAddress, $0.count)) }
  }

  /// A raw deflate stream, made in steps of at most 1 GiB because zlib counts in 32 bits.
  private static func deflate(_ bytes: [UInt8], level: Int32) -> [UInt8] {
    var stream = unsafe z_stream()
    let start = unsafe czlib_deflate_init(&stream, level, -MAX_WBITS)
    precondition(start == Z_OK, "zlib could not begin: out of memory.")
    defer { unsafe deflateEnd(&stream) }
    var output: [UInt8] = []
    let step = 1 << 30
    var offset = 0
    repeat {
      let count = min(step, bytes.count - offset)
      let isLast = offset + count == bytes.count
      unsafe bytes.withUnsafeBufferPointer { input in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { unsafe $0 + offset })
        unsafe stream.avail_in = UInt32(count)
        unsafe drain(&stream, finishing: isLast, into: &output)
      }
      offset += count
    } while offset < bytes.count
    return output
  }

  private static func drain(_ stream: inout z_stream, finishing: Bool, into output: inout [UInt8]) {
    let room = 256 * 1024
    while true {
      var status = Z_OK
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, written in
        unsafe stream.next_out = buffer.baseAddress
        unsafe stream.avail_out = UInt32(room)
        status = unsafe CZlib.deflate(&stream, finishing ? Z_FINISH : Z_NO_FLUSH)
        written = unsafe room - Int(stream.avail_out)
      }
      output += chunk
      precondition(status != Z_STREAM_ERROR, "zlib's stream was mistreated.")
      if unsafe finishing ? status == Z_STREAM_END : stream.avail_out > 0 { return }
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
