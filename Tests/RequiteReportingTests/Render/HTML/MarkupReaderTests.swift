import Testing

@Suite struct MarkupReaderTests {
  @Test func elementsAndAttributesAreFound() {
    let reader = MarkupReader("<p id=\"a b\" open><br>text<i/></p>\n")
    #expect(reader.faults == [])
    #expect(reader.elements.map(\.name) == ["p", "br", "i"])
    #expect(reader.elements[0].attributes == ["id": "a b", "open": ""])
  }

  @Test(arguments: [
    "<p>", "</p>", "<p></b></p>", "<p a=\"1\" a=\"2\"></p>", "<p a=\"></p>", "<p a=1></p>", "<p", "a > b",
    "<p>a > b</p>",
    "<p >< /p>", "<p a=\"1\"b=\"2\"></p>",
  ])
  func whatIsNotWellFormedIsAFault(text: String) {
    #expect(MarkupReader(text).faults != [])
  }
}
