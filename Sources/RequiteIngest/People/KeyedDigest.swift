import Crypto
import RequiteFormats

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
    var block = unsafe key.withUnsafeBytes { unsafe Array($0) }
    if block.count > SHA256.blockByteCount { block = Array(SHA256.hash(data: block)) }
    block += Array(repeating: 0, count: SHA256.blockByteCount - block.count)
    inner.update(data: block.map { $0 ^ 0x36 })
    outer.update(data: block.map { $0 ^ 0x5C })
  }

  /// Takes in what all messages begin with.
  package mutating func begin(with bytes: [UInt8]) {
    inner.update(data: bytes)
  }

  /// The code of the common beginning followed by `message`.
  package func code(of message: Bytes) -> SHA256.Digest {
    // What swift-crypto takes without a copy is a buffer; it reads it before the call ends.
    var inner = inner
    unsafe inner.update(bufferPointer: message.raw)
    var outer = outer
    unsafe inner.finalize().withUnsafeBytes { unsafe outer.update(bufferPointer: $0) }
    return outer.finalize()
  }
}
