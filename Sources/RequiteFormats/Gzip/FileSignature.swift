/// A kind of file that can be told by its first bytes.
public enum FileSignature: String, CaseIterable, Sendable {
  case gzip
  case zip
  case zstd
  case zlib
  case bzip2
  case xz

  /// How many leading bytes are enough to tell.
  static let length = 6

  /// The kind of file that begins with `bytes`; `nil` for text and for anything else.
  ///
  /// A zlib stream is recognised by the three headers that are in use and cannot begin a text.
  init?(leading bytes: some Collection<UInt8>) {
    guard let kind = Self.allCases.first(where: { kind in kind.magics.contains { bytes.starts(with: $0) } }) else {
      return nil
    }
    self = kind
  }

  private var magics: [[UInt8]] {
    switch self {
    case .gzip: [[0x1F, 0x8B]]
    case .zip: [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
    case .zstd: [[0x28, 0xB5, 0x2F, 0xFD]]
    case .zlib: [[0x78, 0x01], [0x78, 0x9C], [0x78, 0xDA]]
    case .bzip2: [[0x42, 0x5A, 0x68]]
    case .xz: [[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]]
    }
  }
}
