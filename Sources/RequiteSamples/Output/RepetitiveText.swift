import CZlib

/// A text that says one block over and over: gigabytes of it are packed in an instant.
///
///     RepetitiveText(head: header, block: row, count: 20_000, tail: []).packed()
///
/// The block is compressed once. Its stream is repeated, and its checksum is combined with itself.
public struct RepetitiveText {
  /// What stands before the blocks.
  public let head: [UInt8]
  /// What is repeated.
  public let block: [UInt8]
  /// How often the block is there.
  public let count: Int
  /// What stands after the blocks.
  public let tail: [UInt8]

  /// A text of its parts.
  public init(head: [UInt8], block: [UInt8], count: Int, tail: [UInt8]) {
    self.head = head
    self.block = block
    self.count = count
    self.tail = tail
  }

  /// How long the text is, in bytes.
  public var length: Int { head.count + block.count * count + tail.count }

  /// The text as one gzip member.
  ///
  /// - Parameter level: zlib's effort, 1 (fastest) to 9 (smallest).
  /// - Complexity: O(*n*) in the length of the member.
  public func packed(level: Int = 9) -> [UInt8] {
    let repeated = GzipWriter.deflate(block, level: level, isLast: false)
    var stream = GzipWriter.deflate(head, level: level, isLast: false)
    stream.reserveCapacity(stream.count + repeated.count * count + tail.count)
    for _ in 0..<count { stream += repeated }
    stream += GzipWriter.deflate(tail, level: level)
    return GzipWriter.member(stream, checksum: checksum, length: length)
  }

  private var checksum: UInt32 {
    let repeated = GzipWriter.checksum(of: block)
    var checksum = GzipWriter.checksum(of: head)
    for _ in 0..<count { checksum = Self.combined(checksum, repeated, block.count) }
    return Self.combined(checksum, GzipWriter.checksum(of: tail), tail.count)
  }

  /// The CRC-32 of two texts, one after the other, by that of each and the length of the second.
  private static func combined(_ first: UInt32, _ second: UInt32, _ length: Int) -> UInt32 {
    UInt32(crc32_combine(UInt(first), UInt(second), length))
  }
}
