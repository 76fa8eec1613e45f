import RequiteFormats
import Testing

/// Gzip files that are unusual and right.
@Suite struct GzipAcceptanceTests {
  private static let text = Array(String(repeating: "id,score\n\"a,b\",9\nwörter,10\n", count: 300).utf8)

  @Test(arguments: [1, 2, 7, 4096, 1 << 20])
  func aMemberIsReadInPiecesOfAnySize(pieceSize: Int) throws {
    let file = try TemporaryFile(GzipMember(Self.text).bytes)
    #expect(try content(of: file, pieceSize: pieceSize) == Self.text)
  }

  @Test func membersAreJoined() throws {
    let cut = 100
    let bytes = GzipMember(Array(Self.text[..<cut])).bytes + GzipMember(Array(Self.text[cut...])).bytes
    #expect(try content(of: TemporaryFile(bytes)) == Self.text)
  }

  @Test func aMemberForEachByteAndEmptyOnesAreRead() throws {
    let empty = GzipMember("").bytes
    let bytes = empty + Self.text.prefix(500).flatMap { GzipMember([$0]).bytes + empty }
    #expect(try content(of: TemporaryFile(bytes)) == Array(Self.text.prefix(500)))
  }

  @Test func membersMayMeetTheInputBuffersEdge() throws {
    // The compressed bytes are read 256 KiB at a time; noise does not shrink, so the edge falls near the member's end.
    var random = SplitMix(seed: 1)
    for length in stride(from: 262_144 - 140, to: 262_144 - 90, by: 3) {
      let noise = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next() >> 56) }
      let bytes = GzipMember(noise).bytes + GzipMember("second").bytes
      #expect(try content(of: TemporaryFile(bytes), pieceSize: 1 << 19) == noise + Array("second".utf8))
    }
  }

  @Test func everyPartOfAMemberMayMeetTheInputBuffersEdge() throws {
    var second = GzipMember("second")
    second.flags = 0x1E
    second.optionalFields = [3, 0, 1, 2, 3] + Array("a name\0".utf8) + Array("a comment\0".utf8)
    second.optionalFields += second.headerChecksum()
    // A comment of the right length puts the edge before each byte of the second member, and behind it.
    for before in 0...second.bytes.count {
      var first = GzipMember("first, ")
      first.flags = 0x10
      let length = 262_144 - before - first.bytes.count - 1
      first.optionalFields = [UInt8](repeating: 0x41, count: length) + [0]
      let file = try TemporaryFile(first.bytes + second.bytes)
      #expect(try content(of: file) == Array("first, second".utf8), "\(before) bytes before the edge")
    }
  }

  @Test func anEmptyMemberIsAnEmptyText() throws {
    #expect(try content(of: TemporaryFile(GzipMember("").bytes)) == [])
  }

  @Test func zerosAfterTheLastMemberArePadding() throws {
    for count in [1, 9, 10, 511, 300_000] {
      let bytes = GzipMember(Self.text).bytes + [UInt8](repeating: 0, count: count)
      #expect(try content(of: TemporaryFile(bytes)) == Self.text)
    }
  }

  @Test func everyOptionalFieldOfAHeaderIsSteppedOver() throws {
    var member = GzipMember(Self.text)
    member.flags = 0x01 | 0x02 | 0x04 | 0x08 | 0x10
    let extra = [UInt8](repeating: 0xAA, count: 65_535)
    member.optionalFields = [0xFF, 0xFF] + extra + Array("../../etc/passwd\0".utf8) + Array("\u{1b}[2J\0".utf8)
    member.optionalFields += member.headerChecksum()
    #expect(try content(of: TemporaryFile(member.bytes)) == Self.text)
  }

  @Test(arguments: [100, 1 << 20])
  func blocksOfOneByteEachAreReadToTheEnd(pieceSize: Int) throws {
    let text = (0..<50_000).map { UInt8(11 + $0 % 96) }
    var member = GzipMember(text)
    member.body = TinyBlocks.deflated(text)
    #expect(member.body.count > 8 * text.count)
    #expect(try content(of: TemporaryFile(member.bytes), pieceSize: pieceSize) == text)
  }

  @Test func aGzipFileNeedsNoSuchName() throws {
    let file = try TemporaryFile(GzipMember(Self.text).bytes, name: "dump.csv")
    #expect(try content(of: file) == Self.text)
  }

  @Test func aPlainFileIsRead() throws {
    #expect(try content(of: TemporaryFile(Self.text, name: "dump.csv"), pieceSize: 7) == Self.text)
  }

  @Test func theObserverSeesTheFileAsItLies() throws {
    let bytes = GzipMember(Self.text).bytes + [0, 0, 0]
    var seen: [UInt8] = []
    _ = try content(of: TemporaryFile(bytes)) { seen.append(copying: $0) }
    #expect(seen == bytes)
    seen = []
    _ = try content(of: TemporaryFile(Self.text, name: "dump.csv")) { seen.append(copying: $0) }
    #expect(seen == Self.text)
  }

  @Test func theObserverCanSeeTheRestOfARefusedFile() throws {
    let bytes = GzipMember(Self.text).bytes + Array("rubbish".utf8) + [UInt8](repeating: 7, count: 600_000)
    let file = try TemporaryFile(bytes)
    var seen: [UInt8] = []
    let stream = try DumpStream(path: file.path) { seen.append(copying: $0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    #expect(throws: ContainerFailure.self) { try stream.read(into: &buffer) }
    try stream.drain()
    #expect(seen == bytes)
  }
}
