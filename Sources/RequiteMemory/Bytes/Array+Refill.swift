extension Array<UInt8> {
  /// Writes over the beginning of the array as far as `fill` does; the rest stays, and so does the array's length.
  ///
  /// - Returns: how many bytes were written.
  public mutating func refill<Failure>(
    _ fill: (inout OutputSpan<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    let result = withUnsafeMutableBufferPointer { buffer in
      Result { () throws(Failure) in
        var output = OutputSpan(buffer: buffer, initializedCount: 0)
        try fill(&output)
        return output.finalize(for: buffer)
      }
    }
    return try result.get()
  }
}
