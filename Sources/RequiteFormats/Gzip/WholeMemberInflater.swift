#if REQUITE_LIBDEFLATE
  import CLibdeflate

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
    private let decompressor: OpaquePointer?
    private let memory: UnsafeMutableRawBufferPointer?
    /// The content of the member, and how much of it was given away; `nil` where zlib does it.
    private var content: UnsafeRawBufferPointer?
    private var position = 0
    private var isBegun = false
    private var wholeChecksum: UInt32 = 0

    /// Prepares to decompress the members of `file`.
    init(_ file: InputFile) throws {
      let length = try Self.lastContentLength(of: file)
      let isSmall = file.size <= Self.greatestFile && length <= Self.greatestContent
      inputCapacity = isSmall ? file.size : 0
      decompressor = isSmall ? libdeflate_alloc_decompressor() : nil
      memory = decompressor.map { _ in LargeMemory.allocate(byteCount: max(length, Self.leastContent)) }
    }

    deinit {
      decompressor.map(libdeflate_free_decompressor)
      memory.map(LargeMemory.free)
    }

    /// The length that stands at the end of a file: that of its last member's content, modulo 2³².
    private static func lastContentLength(of file: InputFile) throws -> Int {
      try withUnsafeTemporaryAllocation(byteCount: 4, alignment: 4) { buffer in
        buffer.initializeMemory(as: UInt8.self, repeating: 0)
        _ = try file.read(into: buffer, at: max(0, file.size - 4))
        return Int(UInt32(littleEndian: buffer.load(as: UInt32.self)))
      }
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

    func inflate(_ input: GzipInput, into room: UnsafeMutableRawBufferPointer) throws -> (count: Int, isEnd: Bool) {
      if !isBegun {
        isBegun = true
        position = 0
        content = try decompress(input)
      }
      guard let content else { return try inflater.inflate(input, into: room) }
      let count = min(room.count, content.count - position)
      room.copyMemory(from: UnsafeRawBufferPointer(rebasing: content[position..<position + count]))
      position += count
      return (count, position == content.count)
    }

    /// The content of the member whose data `input` begins with; `nil` if zlib must do it.
    private func decompress(_ input: GzipInput) throws -> UnsafeRawBufferPointer? {
      guard let decompressor, let memory else { return nil }
      if input.member == 1 { try input.gather(inputCapacity) }
      var used = 0
      var count = 0
      let data = input.bytes
      let result = libdeflate_deflate_decompress_ex(
        decompressor, data.baseAddress, data.count, memory.baseAddress, memory.count, &used, &count)
      guard result == LIBDEFLATE_SUCCESS, data.count - used >= 8 else { return nil }
      let content = UnsafeRawBufferPointer(rebasing: memory[..<count])
      wholeChecksum = CRC32.checksum(content)
      let trailer = UInt64(littleEndian: data.loadUnaligned(fromByteOffset: used, as: UInt64.self))
      guard trailer == UInt64(wholeChecksum) | UInt64(UInt32(truncatingIfNeeded: count)) << 32 else { return nil }
      input.skip(used)
      return content
    }
  }
#endif
