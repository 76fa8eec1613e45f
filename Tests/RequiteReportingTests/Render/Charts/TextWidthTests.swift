import RequiteReporting
import Testing

@Suite struct TextWidthTests {
  @Test func widthsAreThoseOfTheWidestFont() {
    #expect(TextWidth.of("") == 0)
    #expect(TextWidth.of("100 %") == 13 * 319 / 100.0)
    #expect(TextWidth.of("100 %", isBold: true) > TextWidth.of("100 %"))
    #expect(TextWidth.of("e\u{301}") == TextWidth.of("e"))
  }

  @Test func aTextIsCutWhereItDoesNotFit() {
    #expect(TextWidth.cut("harbor-hotels", to: 200) == "harbor-hotels")
    let cut = TextWidth.cut("harbor-hotels", to: 60)
    #expect(cut.hasSuffix("…") && TextWidth.of(cut) <= 60)
  }
}
