import RequiteReporting
import Testing

@Suite struct TerminalTextTests {
  @Test(arguments: [("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("海港", 4), ("🎉", 2), ("ｆ", 2), ("—", 1), ("●", 1)])
  func widthIsInColumns(text: String, width: Int) {
    #expect(TerminalText.width(text) == width)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("海港酒店", 5, "海港…"), ("海港酒店", 6, "海港…"), ("ab", 1, "…"),
  ])
  func aLongTextIsCut(text: String, width: Int, cut: String) {
    #expect(TerminalText.cut(text, to: width) == cut)
    #expect(TerminalText.width(cut) <= width)
  }

  @Test func paddingCountsColumns() {
    #expect(TerminalText.padded("海", to: 4) == "海  ")
    #expect(TerminalText.padded("7", to: 3, isRight: true) == "  7")
    #expect(TerminalText.padded("long", to: 2) == "long")
  }

  @Test func linesBreakAtBlanks() {
    #expect(TerminalText.wrapped("one two three", to: 7) == ["one two", "three"])
    #expect(TerminalText.wrapped("averylongword x", to: 5) == ["averylongword", "x"])
    #expect(TerminalText.wrapped("", to: 5) == [])
  }

  @Test(
    arguments: [
      (nil, nil, nil, "··········│··········"), (0.0, nil, nil, "··········●··········"),
      (-100, -100, -80, "●──·······│··········"), (100, 70, 100, "··········│······───●"),
      (500, nil, nil, "··········│·········●"),
      (10, -20, 30, "········───●──·······"),
    ] as [(Double?, Double?, Double?, String)])
  func aScaleDrawsValueAndInterval(value: Double?, low: Double?, high: Double?, line: String) {
    #expect(TerminalScale.loyalty.drawing(value, low: low, high: high) == line)
  }
}
