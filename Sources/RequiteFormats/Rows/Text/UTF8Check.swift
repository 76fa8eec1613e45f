/// Finds bytes that are not UTF-8: overlong forms, surrogates, cut or stray bytes, anything above U+10FFFF.
enum UTF8Check {
  /// The offset of the first byte of the first sequence that is not UTF-8; `nil` if all of it is.
  static func firstFault(in bytes: UnsafeRawBufferPointer) -> Int? {
    do {
      _ = try UTF8Span(validating: Span(_unsafeBytes: bytes))
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
