import RequiteReporting
import Testing

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("Müller & Söhne", "Müller & Söhne"), ("a\u{202E}b", "a\\u{202E}b"), ("a\u{200B}b", "a\\u{200B}b"),
    ("\u{1B}[31m", "\\u{1B}[31m"), ("a\nb", "a\\u{A}b"), ("\u{0}", "\\u{0}"), ("\u{FEFF}a", "\\u{FEFF}a"),
    ("海港", "海港"), ("\u{2028}", "\\u{2028}"), ("\u{85}", "\\u{85}"), ("", ""),
  ])
  func whatCannotBeSeenIsSpelledOut(text: String, visible: String) {
    #expect(VisibleText.of(text) == visible)
  }
}
