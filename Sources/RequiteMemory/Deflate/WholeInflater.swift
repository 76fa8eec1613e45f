#if REQUITE_LIBDEFLATE
  import CLibdeflate

  /// Decompresses deflate data by libdeflate, which is faster than zlib and needs all of them, and their content, in memory.
  public final class WholeInflater {
    private let decompressor: OpaquePointer
    private let memory: UnsafeMutableRawBufferPointer

    /// Room for content of at most `capacity` bytes; `nil` where libdeflate cannot be started.
    public init?(capacity: Int) {
      guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
      self.decompressor = decompressor
      memory = LargeMemory.allocate(byteCount: capacity)
    }

    deinit {
      libdeflate_free_decompressor(decompressor)
      LargeMemory.free(memory)
    }

    /// The content of the data that `bytes` begin with, and how many of them these are; `nil` where libdeflate finds fault
    /// with them or there is no room.
    ///
    /// The content is valid until the next call, and as long as this object.
    public func decompress(_ bytes: Bytes) -> (content: Bytes, used: Int)? {
      var used = 0
      var count = 0
      let result = libdeflate_deflate_decompress_ex(
        decompressor, bytes.start, bytes.count, memory.baseAddress, memory.count, &used, &count)
      guard result == LIBDEFLATE_SUCCESS else { return nil }
      return (Bytes(UnsafeBufferPointer(rebasing: memory.bindMemory(to: UInt8.self)[..<count])), used)
    }
  }
#endif
