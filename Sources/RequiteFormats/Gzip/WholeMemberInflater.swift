#if REQUITE_LIBDEFLATE
  /// Decompresses deflate data by libdeflate, which is faster than zlib and needs all of them, and their content, in memory.
  ///
  /// What does not fit, and whatever libdeflate or the member's checks find fault with, is left to the ``Inflater``: text
  /// and failures are the same as without libdeflate, also how much text comes before a failure.
  final class WholeMemberInflater {
    /// A file that is longer is left to zlib, and so is a member with more content.
    private static let greatestFile = 32 << 20
    private static let greatestContent = 128 << 20
    /// Room for the content of members that are followed by a shorter one.
    private static let leastContent = 1 << 20

    private let inflater = Inflater()
    /// How much of the file must lie in memory, if anything special.
    let inputCapacity: Int
    private let whole: WholeInflater?
    /// The content of the member, and how much of it was given away; `nil` where zlib does it.
    private var content: Bytes?
    private var position = 0
    private var isBegun = false
    private var wholeChecksum: UInt32 = 0

    /// Prepares to decompress the members of `file`.
    init(_ file: InputFile) throws {
      let length = try Self.lastContentLength(of: file)
      let isSmall = file.size <= Self.greatestFile && length <= Self.greatestContent
      inputCapacity = isSmall ? file.size : 0
      whole = isSmall ? WholeInflater(capacity: max(length, Self.leastContent)) : nil
    }

    /// The length that stands at the end of a file: that of its last member's content, modulo 2³².
    private static func lastContentLength(of file: InputFile) throws -> Int {
      let end = try [UInt8](capacity: 4) { try file.read(into: &$0, at: max(0, file.size - 4)) }
      return end.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
  }

  // MARK: - As the Inflater does it

  extension WholeMemberInflater {
    var checksum: UInt32 {
      content == nil ? inflater.checksum : wholeChecksum
    }

    var length: UInt32 {
      content.map { UInt32(truncatingIfNeeded: $0.count) } ?? inflater.length
    }

    func reset() {
      inflater.reset()
      isBegun = false
    }

    func inflate(_ input: GzipInput, into room: inout OutputSpan<UInt8>) throws -> Bool {
      if !isBegun {
        isBegun = true
        position = 0
        content = try decompress(input)
      }
      guard let content else { return try inflater.inflate(input, into: &room) }
      let end = position + min(room.freeCapacity, content.count - position)
      room.append(copying: content.part(position..<end))
      position = end
      return end == content.count
    }

    /// The content of the member whose data `input` begins with; `nil` if zlib must do it.
    private func decompress(_ input: GzipInput) throws -> Bytes? {
      guard let whole else { return nil }
      if input.member == 1 { try input.gather(inputCapacity) }
      let data = input.bytes
      guard let (content, used) = whole.decompress(data), data.count - used >= 8 else { return nil }
      wholeChecksum = content.withSpan { CRC32.checksum($0) }
      let length = UInt32(truncatingIfNeeded: content.count)
      guard data.word(at: used) == UInt64(wholeChecksum) | UInt64(length) << 32 else { return nil }
      input.skip(used)
      return content
    }
  }
#endif
