import RequiteIngest
import Testing

@Suite struct TextKeyTests {
  /// Lengths around 8 and 16 bytes, where the way of reading changes; zero bytes are as good as any other.
  @Test func textsThatDifferHaveKeysThatDiffer() {
    var texts: [String] = []
    for length in 0...34 {
      texts.append(String(repeating: "a", count: length))
      texts.append(String(repeating: "\0", count: length + 1))
      texts.append(String(repeating: "a", count: length) + "b")
      texts.append("b" + String(repeating: "a", count: length + 1))
    }
    let keys = texts.map { TextKey($0) }
    for (index, key) in keys.enumerated() {
      #expect(keys.firstIndex(of: key) == index, "\(texts[index].utf8.count) bytes")
    }
  }

  @Test(arguments: ["", "nps", "in", "email", "survey_followup", "exactly-16-bytes", "more than sixteen bytes"])
  func equalTextsHaveEqualKeys(_ text: String) {
    #expect(TextKey(text) == TextKey(String(decoding: Array(text.utf8), as: UTF8.self)))
  }
}
