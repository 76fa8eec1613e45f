/// Bytes that arrive one buffer after the other: the text of a dump, whatever it is wrapped in.
public protocol ByteStream {
  /// Puts the next bytes into `buffer`, which must not be empty.
  ///
  /// - Returns: how many there were; 0 at the end and only there.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}
