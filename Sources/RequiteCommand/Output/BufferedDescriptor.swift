import RequiteFormats

/// Bytes on their way to an open descriptor, collected so that small writes cost no call each.
struct BufferedDescriptor {
  /// Where the bytes go.
  ///
  /// Owned by whoever created this value.
  let descriptor: Int32
  private let path: String
  private var buffer: [UInt8] = []
  private static let capacity = 65_536

  /// Creates an empty buffer before `descriptor`; failures name `path`.
  init(_ descriptor: Int32, named path: String) {
    self.descriptor = descriptor
    self.path = path
    buffer.reserveCapacity(Self.capacity)
  }

  /// Takes `bytes`; they reach the descriptor when the buffer is full, or by `flush`.
  mutating func write(_ bytes: Span<UInt8>) throws {
    if buffer.count + bytes.count > Self.capacity { try flush() }
    if bytes.count > Self.capacity {
      try send(bytes)
    } else {
      buffer.append(copying: bytes)
    }
  }

  /// Hands everything to the operating system.
  mutating func flush() throws {
    try send(buffer.span)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes to the last byte: short writes go on, interrupted ones are repeated.
  private func send(_ bytes: Span<UInt8>) throws {
    var sent = 0
    while sent < bytes.count {
      let count = writeOnce(bytes.extracting(droppingFirst: sent), to: descriptor)
      guard count > 0 else { throw Failure(SystemError(.write), file: path) }
      sent += count
    }
  }
}
