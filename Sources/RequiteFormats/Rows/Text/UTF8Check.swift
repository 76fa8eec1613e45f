/// Finds bytes that are not UTF-8: overlong forms, surrogates, cut or stray bytes, anything above U+10FFFF.
enum UTF8Check {
  /// The offset of the first byte of the first sequence that is not UTF-8; `nil` if all of it is.
  static func firstFault(in bytes: Bytes) -> Int? {
    bytes.withSpan { bytes -> Int? in
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes)
        return nil
      } catch {
        return error.byteOffsets.lowerBound
      }
    }
  }

  /// The place of the first fault in a part of a text that begins with its first byte outside ASCII and ends with its
  /// last one; `nil` if there is none.
  static func firstFault(in high: Range<Int>, of text: Bytes) -> Int? {
    guard !high.isEmpty else { return nil }
    return firstFault(in: text.part(high)).map { high.lowerBound + $0 }
  }
}
