import RequiteReporting
import Testing

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("harbor-hotels", "harbor-hotels"), ("a|b", "a\\|b"), ("`x`", "\\`x\\`"), ("<b>", "\\<b\\>"),
    ("[x](y)", "\\[x\\](y)"),
    ("snake_case_name", "snake_case_name"), ("_emphasis_", "\\_emphasis\\_"), ("*x*", "\\*x\\*"), ("\\", "\\\\"),
    ("# x", "\\# x"), ("http://x", "http\\://x"), ("www.x", "www\\.x"), ("a.b", "a.b"), ("&lt;", "\\&lt;"),
    ("![x]", "\\!\\[x\\]"), ("~~x~~", "\\~\\~x\\~\\~"), ("a\nb", "a\\\\u{A}b"), ("12:30", "12:30"),
  ])
  func nothingOutsideIsObeyed(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }
}
