import RequiteFormats

/// Everything that was written, and in how many pieces.
final class CollectedBytes: ByteSink {
  private(set) var bytes: [UInt8] = []
  private(set) var pieces = 0

  func write(_ bytes: Span<UInt8>) {
    self.bytes.append(copying: bytes)
    pieces += 1
  }
}
