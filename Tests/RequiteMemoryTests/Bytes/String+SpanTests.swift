import RequiteMemory
import Testing

@Suite struct StringSpanTests {
  @Test(arguments: ["", "short", "a text that is longer than sixteen bytes", "größer", "🙂"])
  func bytesAreThoseOfTheText(text: String) {
    #expect(text.withBytes { bytes in bytes.indices.map { bytes[$0] } } == Array(text.utf8))
  }
}
