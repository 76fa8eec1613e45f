import RequiteMemory
import Testing

/// Bytes where somebody else keeps them.
@Suite struct BytesTests {
  @Test func someBytesOfAFieldAreAFieldOfTheirOwn() {
    "2026-03-01".withField { date in
      #expect(date.part(5..<7) == "03")
      #expect(date.part(5..<7).startIndex == 0)
      #expect(date.part(10..<10).isEmpty)
      #expect(Array(date) == Array("2026-03-01".utf8))
    }
  }

  @Test func wordsBeginWithTheirLowestByte() {
    Array(UInt8(1)...9).withField { bytes in
      #expect(bytes.word(at: 0) == 0x0807_0605_0403_0201)
      #expect(bytes.word(at: 1) == 0x0908_0706_0504_0302)
      #expect(bytes.pair(at: 7) == 0x0908)
      #expect(bytes.words == (0x0807_0605_0403_0201, 9))
    }
  }

  @Test func nothingIsAFieldToo() {
    [UInt8]().withField { #expect($0.isEmpty && $0 == Bytes() && $0.words == (0, 0) && $0.string == "") }
    "".withField { #expect($0 == "" && $0.first == nil) }
  }

  @Test(arguments: ["mp", "quote", "a text of more than sixteen bytes"])
  func aTextOfTheProgramIsItsBytes(_ text: String) {
    let known = [Bytes("mp"), Bytes("quote"), Bytes("a text of more than sixteen bytes")]
    text.withField { field in #expect(known.filter { $0 == field }.map(\.string) == [text]) }
  }

  @Test func whatIsNotThereIsNeverRead() async {
    await #expect(processExitsWith: .failure) { _ = [UInt8(1)].withField { $0[1] } }
    await #expect(processExitsWith: .failure) { _ = [UInt8(1)].withField { $0[-1] } }
    await #expect(processExitsWith: .failure) { _ = [UInt8(1)].withField { $0.part(0..<2).count } }
    await #expect(processExitsWith: .failure) { _ = [UInt8(1), 2].withField { $0.pair(at: 1) } }
    await #expect(processExitsWith: .failure) { _ = Array(UInt8(1)...9).withField { $0.word(at: 2) } }
    await #expect(processExitsWith: .failure) { _ = Array(UInt8(1)...9).withField { $0.word(at: .min) } }
    await #expect(processExitsWith: .failure) { _ = Array(UInt8(1)...17).withField { $0.words } }
  }
}
