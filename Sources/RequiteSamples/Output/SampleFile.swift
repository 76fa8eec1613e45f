/// A file as it goes to disk.
public struct SampleFile: Hashable, Sendable {
  /// Its name, without directory.
  public let name: String
  /// Everything in it.
  public let bytes: [UInt8]

  /// Creates a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// How a dump is packed on disk.
public enum Packing: Hashable, Sendable {
  /// As it is.
  case plain
  /// As gzip; the level is zlib's effort from 1 to 9.
  case gzip(level: Int)
}

extension SampleDump {
  /// The dump as a file, its name with `.gz` where it is compressed.
  public func file(_ packing: Packing) -> SampleFile {
    switch packing {
    case .plain: SampleFile(name: name, bytes: bytes)
    case .gzip(let level): SampleFile(name: name + ".gz", bytes: GzipWriter.compress(bytes, level: level))
    }
  }
}
