import Crypto

/// A SHA-256 that is fed piece by piece (FIPS 180-4, computed by swift-crypto).
public struct SHA256Digest: Sendable {
  private var hash = SHA256()

  /// Begins with nothing.
  public init() {}

  /// Adds bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    // What swift-crypto takes without a copy is a buffer; it reads it before the call ends.
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
  }

  /// The digest of everything added, as 64 hexadecimal digits.
  public func hex() -> String {
    SHA256Digest.text(hash.finalize())
  }

  /// The digest of `bytes` as 64 hexadecimal digits.
  public static func hex(of bytes: [UInt8]) -> String {
    text(SHA256.hash(data: bytes))
  }

  private static func text(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension SHA256Digest {
  /// The digest of a whole file, as 64 hexadecimal digits.
  ///
  /// - Throws: ``FileFailure``.
  public static func hex(ofFile path: String) throws -> String {
    let file = try InputFile(path: path)
    var digest = SHA256Digest()
    var piece = [UInt8](repeating: 0, count: 256 * 1024)
    while case let count = try file.read(into: &piece), count > 0 {
      digest.update(piece.span.extracting(..<count))
    }
    return digest.hex()
  }
}
