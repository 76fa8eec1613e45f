import RequiteFormats

/// Gzip without compression, so that a fuzzer sees the same bytes in the file as in the text.
enum StoredGzip {
  /// The text as one member.
  static func member(_ text: some Collection<UInt8>) -> [UInt8] {
    let text = Array(text)
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var place = 0
    repeat {
      let block = text[place..<min(place + 0xFFFF, text.count)]
      place += block.count
      let length = UInt16(block.count)
      bytes += [place == text.count ? 1 : 0] + littleEndian(length) + littleEndian(~length) + block
    } while place < text.count
    return bytes + littleEndian(CRC32.checksum(text.span)) + littleEndian(UInt32(text.count))
  }

  /// The text as members that end at `cuts`.
  static func members(_ text: [UInt8], cutAt cuts: [Int]) -> [UInt8] {
    let places = [0] + cuts.map { min($0, text.count) }.sorted() + [text.count]
    return zip(places, places.dropFirst()).flatMap { member(text[$0..<$1]) }
  }

  private static func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
