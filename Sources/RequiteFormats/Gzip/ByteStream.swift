/// Bytes that arrive one buffer after the other: the text of a dump, whatever it is wrapped in.
public protocol ByteStream {
  /// Adds the next bytes to `room`, which must not be full; none at the end and only there.
  mutating func read(into room: inout OutputSpan<UInt8>) throws
}

extension ByteStream {
  /// Puts the next bytes into `buffer`, which must not be empty.
  ///
  /// - Returns: how many there were; 0 at the end and only there.
  public mutating func read(into buffer: inout [UInt8]) throws -> Int {
    try buffer.refill { try read(into: &$0) }
  }
}

extension ByteStream where Self: AnyObject {
  /// Puts the next bytes into `buffer`, which must not be empty.
  ///
  /// - Returns: how many there were; 0 at the end and only there.
  public func read(into buffer: inout [UInt8]) throws -> Int {
    var stream = self
    return try buffer.refill { try stream.read(into: &$0) }
  }
}
