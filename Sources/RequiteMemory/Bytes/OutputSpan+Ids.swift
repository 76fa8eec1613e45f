extension OutputSpan<UInt8> {
  /// Adds a copy of bytes, by one move of memory; there must be room for them.
  @inlinable
  @inline(__always)
  public mutating func append(copying bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(copying: Bytes($0)) }
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
