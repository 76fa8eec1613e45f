/// What the first bytes of a text say about it.
struct TextStart {
  /// How many bytes are enough to judge by.
  static let length = 64

  /// Bytes of the UTF-8 mark, to be skipped.
  let markLength: Int
  /// The first byte that is neither the mark nor white space; 0 if none is in sight.
  let firstByte: UInt8
  private let bytes: [UInt8]

  /// Looks at the first bytes of a text.
  ///
  /// - Throws: ``LayoutFailure`` for UTF-16 and web pages, which no format wants.
  init(_ buffer: inout RowBuffer) throws {
    try buffer.gather(Self.length)
    let leading = Array(buffer.text.prefix(Self.length))
    guard !Self.isUTF16(leading) else { throw LayoutFailure(.utf16) }
    markLength = leading.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes = Array(leading.dropFirst(markLength).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D })
    firstByte = bytes.first ?? 0
    if isHTML { throw LayoutFailure(.looksLikeHTML) }
  }

  /// Whether the text, letters taken as small, begins with `prefix`.
  func begins(with prefix: String) -> Bool {
    bytes.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.starts(with: prefix.utf8)
  }

  private var isHTML: Bool {
    begins(with: "<!doctype") || begins(with: "<html") || begins(with: "<?xml") || begins(with: "<head")
      || begins(with: "<!--") || begins(with: "<body")
  }

  /// A mark, or ASCII characters in two bytes each.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    guard bytes.count >= 4 else { return false }
    let zeros = bytes.prefix(4).map { $0 == 0 }
    return zeros == [false, true, false, true] || zeros == [true, false, true, false]
  }
}
