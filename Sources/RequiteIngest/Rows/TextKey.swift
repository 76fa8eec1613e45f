import RequiteFormats
import RequiteModel

/// What a text is found by: its length with its bytes, or for more than sixteen bytes with their fingerprint.
package struct TextKey: Equatable, BitwiseCopyable {
  private let first: UInt64
  private let second: UInt64
  private let length: UInt32

  @inline(__always)
  init(_ bytes: Bytes) {
    length = UInt32(truncatingIfNeeded: bytes.count)
    if bytes.count <= 16 {
      (first, second) = bytes.words
    } else {
      let hash = Hash128(bytes)
      (first, second) = (hash.high, hash.low)
    }
  }

  package init(_ text: String) {
    self = text.withField { TextKey($0) }
  }

  private init(length: UInt32) {
    (first, second) = (0, 0)
    self.length = length
  }

  /// The key of no text: none is so long.
  static let none = TextKey(length: .max)

  /// Whether the texts are the same.
  @inline(__always)
  package static func == (left: TextKey, right: TextKey) -> Bool {
    left.first == right.first && left.second == right.second && left.length == right.length
  }

  /// A place for the key in a table of at most 2³² places: two multiplications, as such a table rarely has rivals.
  @inline(__always)
  var spread: Int {
    let mixed = (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0xA076_1D64_78BD_642F
    return Int(truncatingIfNeeded: mixed >> 32)
  }
}
