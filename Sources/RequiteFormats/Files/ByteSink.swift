/// Where bytes are written to: an output file, a digest, a buffer.
public protocol ByteSink: AnyObject {
  /// Takes all of `bytes`, or throws.
  func write(_ bytes: Span<UInt8>) throws
}

extension ByteSink {
  /// Takes all of `bytes`, or throws.
  public func write(_ bytes: [UInt8]) throws {
    try write(bytes.span)
  }

  /// Takes the UTF-8 of `text`, or throws.
  public func write(_ text: String) throws {
    try write(text.utf8Span.span)
  }
}
