import RequiteMemory
import Testing

@Suite struct BytesSearchTests {
  @Test func aByteIsFoundFromAPlaceOn() {
    "one two one".withField { text in
      #expect(text.firstIndex(of: 0x6F, from: 0) == 0)
      #expect(text.firstIndex(of: 0x6F, from: 1) == 6)
      #expect(text.firstIndex(of: 0x6F, from: 9) == nil)
      #expect(text.firstIndex(of: 0x6F, from: 11) == nil)
    }
    #expect(Bytes().firstIndex(of: 0, from: 0) == nil)
  }

  @Test func outsideThereIsNothing() {
    Array(UInt8(1)...17).withField { bytes in
      #expect([-1, 0, 16, 17, .max, .min].map(bytes.byteOrZero) == [0, 1, 17, 0, 0, 0])
      #expect([-1, 0, 16, 17, .max, .min].map(bytes.has) == [false, true, true, false, false, false])
      #expect(bytes.wordIfPresent(at: 9) == 0x1110_0F0E_0D0C_0B0A)
      #expect([-1, 10, .max, .min].allSatisfy { bytes.wordIfPresent(at: $0) == nil })
      let words = bytes.wordsIfPresent(at: 1)
      #expect(words?.0 == 0x0908_0706_0504_0302 && words?.1 == 0x1110_0F0E_0D0C_0B0A)
      #expect([-1, 2, .max, .min].allSatisfy { bytes.wordsIfPresent(at: $0) == nil })
    }
    #expect(!Bytes().has(0) && Bytes().byteOrZero(at: 0) == 0 && Bytes().wordIfPresent(at: 0) == nil)
  }

  @Test func aPartHasBothItsEndsWithin() async {
    "one two".withField { text in
      #expect(text.part(from: 4, to: 7) == "two")
      #expect(text.part(from: 7, to: 7).isEmpty)
    }
    await #expect(processExitsWith: .failure) { _ = Bytes("one").part(from: 2, to: 1) }
    await #expect(processExitsWith: .failure) { _ = Bytes("one").part(from: 0, to: 4) }
    await #expect(processExitsWith: .failure) { _ = Bytes("one").part(from: -1, to: 2) }
    await #expect(processExitsWith: .failure) { _ = Bytes("one").firstIndex(of: 0, from: 4) }
  }
}
