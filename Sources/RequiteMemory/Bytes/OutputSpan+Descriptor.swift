import Glibc

extension OutputSpan<UInt8> {
  /// Adds what one call of the system reads on from a file, at most what there is room for.
  ///
  /// - Returns: what the call does: the number of bytes, 0 at the end of the file, −1 with the reason in `errno`.
  public mutating func append(readingFrom descriptor: Int32) -> Int {
    append { start, count in read(descriptor, start, count) }
  }

  /// Adds what one call of the system reads from a place in a file, at most what there is room for.
  ///
  /// - Returns: what the call does: the number of bytes, 0 behind the end of the file, −1 with the reason in `errno`.
  public mutating func append(readingFrom descriptor: Int32, at offset: Int) -> Int {
    append { start, count in pread(descriptor, start, count, off_t(offset)) }
  }

  private mutating func append(_ call: (UnsafeMutableRawPointer, Int) -> Int) -> Int {
    withUnsafeMutableBufferPointer { buffer, initialized in
      guard let start = buffer.baseAddress else { return 0 }
      let count = call(start + initialized, buffer.count - initialized)
      if count > 0 { initialized += count }
      return count
    }
  }
}
