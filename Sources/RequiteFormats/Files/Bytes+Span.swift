extension [UInt8] {
  /// Adds a copy of `bytes`, by one move of memory.
  package mutating func append(contentsOf bytes: Span<UInt8>) {
    append(copying: bytes)
  }
}
