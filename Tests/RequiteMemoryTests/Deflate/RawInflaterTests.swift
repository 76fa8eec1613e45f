import RequiteMemory
import Testing

/// Deflate data, piece by piece.
@Suite struct RawInflaterTests {
  /// "deflate" as one stored block (RFC 1951, section 3.2.4).
  private static let stored: [UInt8] = [1, 7, 0, 0xF8, 0xFF] + Array("deflate".utf8)

  @Test(arguments: 1...20, 1...20)
  func theContentIsTheSameInPiecesOfEverySize(piece: Int, room: Int) {
    let inflater = RawInflater()
    for _ in 0..<2 {
      var content: [UInt8] = []
      var rest = Self.stored + [9]
      var outcome = RawInflater.Outcome.paused
      while outcome == .paused {
        var used = 0
        content.append(addingCapacity: room) { room in
          (used, outcome) = Array(rest.prefix(piece)).withField { inflater.inflate($0, into: &room) }
        }
        rest.removeFirst(used)
      }
      #expect(outcome == .ended && rest == [9])
      #expect(String(decoding: content, as: UTF8.self) == "deflate")
      inflater.reset()
    }
  }

  @Test func damageIsTold() {
    let inflater = RawInflater()
    let content = [UInt8](capacity: 10) { room in
      #expect([7, 1].withField { inflater.inflate($0, into: &room) }.outcome == .damaged("invalid block type"))
    }
    #expect(content.isEmpty)
  }
}
