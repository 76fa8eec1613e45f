/// Where bytes are written to: an output file, a digest, a buffer.
public protocol ByteSink: AnyObject {
  /// Takes all of `bytes`, or throws. The bytes are only valid during the call.
  func write(_ bytes: UnsafeRawBufferPointer) throws
}

extension ByteSink {
  /// Takes all of `bytes`, or throws.
  public func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try write($0) }
  }

  /// Takes the UTF-8 of `text`, or throws.
  public func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }
}
