extension Array<UInt8> {
  /// The number whose lowest byte stands at `place`; all its bytes must be there.
  @inlinable
  @inline(__always)
  public func littleEndian<Number: FixedWidthInteger & BitwiseCopyable>(
    at place: Int, as type: Number.Type = Number.self
  ) -> Number {
    precondition(
      place >= 0 && count &- place >= MemoryLayout<Number>.size, "a number outside its bytes was asked for")
    return withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Number.self)) }
  }
}
