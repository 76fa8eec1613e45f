import Crypto

/// HMAC-SHA-256 (RFC 2104) under one key and a common beginning, for many short messages.
///
/// `HMAC<SHA256>` is generic, and so costs several times as much as the hashing itself. What RFC 2104 lets an
/// implementation keep (section 4: the states of the hash after the inner and the outer pad) is kept here; every
/// compression of a block stays swift-crypto's.
package struct KeyedDigest: Sendable {
  private var inner = SHA256()
  private var outer = SHA256()

  /// A digest under `key`; a key longer than a block of 64 bytes is replaced by its SHA-256.
  package init(key: SymmetricKey) {
    var block = key.withUnsafeBytes { bytes in
      bytes.count > SHA256.blockByteCount ? Array(SHA256.hash(data: bytes)) : Array(bytes)
    }
    block += Array(repeating: 0, count: SHA256.blockByteCount - block.count)
    inner.update(data: block.map { $0 ^ 0x36 })
    outer.update(data: block.map { $0 ^ 0x5C })
  }

  /// Takes in what all messages begin with.
  package mutating func begin(with bytes: [UInt8]) {
    inner.update(data: bytes)
  }

  /// The code of the common beginning followed by `message`.
  package func code(of message: UnsafeRawBufferPointer) -> SHA256.Digest {
    var inner = inner
    inner.update(bufferPointer: message)
    var outer = outer
    inner.finalize().withUnsafeBytes { outer.update(bufferPointer: $0) }
    return outer.finalize()
  }
}
