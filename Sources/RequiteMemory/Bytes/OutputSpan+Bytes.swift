extension OutputSpan<UInt8> {
  /// Adds a copy of bytes, by one move of memory; there must be room for them.
  @inlinable
  @inline(__always)
  public mutating func append(copying bytes: Bytes) {
    precondition(bytes.count <= freeCapacity, "bytes are written where there is no room for them")
    withUnsafeMutableBufferPointer { buffer, initialized in
      guard let start = buffer.baseAddress else { return }
      UnsafeMutableRawPointer(start + initialized).copyMemory(from: bytes.start, byteCount: bytes.count)
      initialized += bytes.count
    }
  }

  /// Adds a copy of bytes, by one move of memory; there must be room for them.
  @inlinable
  @inline(__always)
  public mutating func append(copying bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(copying: Bytes($0)) }
  }

  /// Adds the eight bytes of a word, the lowest first; there must be room for them.
  @inlinable
  @inline(__always)
  public mutating func append(littleEndian word: UInt64) {
    precondition(freeCapacity >= 8, "bytes are written where there is no room for them")
    withUnsafeMutableBufferPointer { buffer, initialized in
      guard let start = buffer.baseAddress else { return }
      UnsafeMutableRawPointer(start + initialized).storeBytes(of: word.littleEndian, as: UInt64.self)
      initialized += 8
    }
  }

  /// Adds `beginning` and the last `digits` decimal digits of `number`, which is not negative; there must be room for them.
  @inlinable
  @inline(__always)
  public mutating func append(_ beginning: Span<UInt8>, number: Int64, digits: Int) {
    precondition(
      digits >= 0 && beginning.count <= freeCapacity - digits, "bytes are written where there is no room for them")
    withUnsafeMutableBufferPointer { buffer, initialized in
      guard let room = buffer.baseAddress else { return }
      let start = room + initialized
      for index in beginning.indices { start[index] = beginning[index] }
      var rest = UInt64(bitPattern: number)
      var place = beginning.count &+ digits
      while place > beginning.count {
        place &-= 1
        start[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      initialized += beginning.count + digits
    }
  }
}
