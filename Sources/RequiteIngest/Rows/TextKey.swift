import RequiteFormats
import RequiteModel

/// What a text is found by: its length with its bytes, or for more than sixteen bytes with their fingerprint.
package struct TextKey: Equatable {
  private let first: UInt64
  private let second: UInt64
  private let length: Int

  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) {
    length = bytes.count
    if bytes.count <= 16 {
      (first, second) = Hash128.words(bytes, from: 0)
    } else {
      let hash = Hash128(bytes)
      (first, second) = (hash.high, hash.low)
    }
  }

  package init(_ text: String) {
    var copy = text
    self = copy.withUTF8 { TextKey(UnsafeRawBufferPointer($0)) }
  }

  /// A place for the key in a table: one multiplication, as a table of texts is small and rarely has rivals.
  @inline(__always)
  var spread: Int {
    let product = (first ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: second ^ 0xA076_1D64_78BD_642F)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }
}
