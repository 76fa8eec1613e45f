import RequiteMemory
import Testing

@Suite struct FactBytesTests {
  private let arena = FactArena()

  @Test func bytesAreTheSameWhereverTheyLie() {
    let (one, same, other) = (arena.keep("a-17"), arena.keep("a-17"), arena.keep("a-18"))
    #expect(one == same)
    #expect(one.hashValue == same.hashValue)
    #expect(one != other)
    #expect(one.withBytes { bytes in bytes.indices.map { bytes[$0] } } == Array("a-17".utf8))
  }

  @Test func bytesThatAreSentForStayTheSame() {
    let id = arena.keep("a-17")
    id.willRead()
    FactBytes().willRead()
    #expect(id == arena.keep("a-17"))
  }

  @Test func orderIsThatOfTheBytes() {
    let ids = ["", "a", "a1", "b", "é"].map { arena.keep($0) }
    for (place, left) in ids.enumerated() {
      for (otherPlace, right) in ids.enumerated() { #expect(left.precedes(right) == (place < otherPlace)) }
    }
  }

  @Test func aByteOutsideStopsTheProcess() async {
    await #expect(processExitsWith: .failure) { _ = FactArena().keep("ab")[2] }
    await #expect(processExitsWith: .failure) { _ = FactBytes()[0] }
  }
}
