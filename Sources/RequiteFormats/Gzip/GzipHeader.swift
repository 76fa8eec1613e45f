/// What stands before a gzip member's data (RFC 1952, section 2.3).
///
/// Time, system, extra field, name and comment are stepped over and used for nothing. The method, the reserved flags and
/// the header's own CRC-16, where it has one, are checked, each as soon as it was read.
struct GzipHeader {
  /// The least a header has.
  static let length = 10
  /// What every header begins with.
  static let magic: [UInt8] = [0x1F, 0x8B]

  private let input: GzipInput
  /// The CRC-32 of the header so far, of which the lower half is the CRC-16.
  private var checksum: UInt32 = 0

  /// Reads the header that `input` begins with, its magic looked at before.
  ///
  /// - Throws: ``ContainerFailure``, and what reading the file throws.
  init(_ input: GzipInput) throws {
    self.input = input
    try skip(Self.magic.count)
    let method = try take()
    let flags = Flags(rawValue: try take())
    guard method == 8 else { throw input.failure(.method) }
    guard flags.isDisjoint(with: .reserved) else { throw input.failure(.flags) }
    try skip(6)  // time, extra flags, system
    if flags.contains(.extra) { try skip(Int(try takeNumber())) }
    if flags.contains(.name) { try skipText() }
    if flags.contains(.comment) { try skipText() }
    if flags.contains(.checksum) { try check() }
  }

  private mutating func check() throws {
    let expected = UInt16(truncatingIfNeeded: checksum)
    guard try takeNumber() == expected else { throw input.failure(.headerChecksum) }
  }

  private mutating func skipText() throws {
    while try take() != 0 {}
  }

  private mutating func skip(_ count: Int) throws {
    for _ in 0..<count { _ = try take() }
  }

  private mutating func takeNumber() throws -> UInt16 {
    let low = UInt16(try take())
    return low | UInt16(try take()) << 8
  }

  private mutating func take() throws -> UInt8 {
    let byte = try input.take()
    checksum = CRC32.checksum([byte].span, after: checksum)
    return byte
  }

  private struct Flags: OptionSet {
    let rawValue: UInt8

    static let checksum = Flags(rawValue: 0x02)
    static let extra = Flags(rawValue: 0x04)
    static let name = Flags(rawValue: 0x08)
    static let comment = Flags(rawValue: 0x10)
    static let reserved = Flags(rawValue: 0xE0)
  }
}
