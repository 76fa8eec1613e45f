extension [UInt8] {
  /// Adds a copy of `bytes`, by one move of memory.
  package mutating func append(contentsOf bytes: Span<UInt8>) {
    // The buffer lies within the span and is read before the call ends.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
