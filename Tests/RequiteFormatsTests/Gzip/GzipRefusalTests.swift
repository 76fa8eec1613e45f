import RequiteFormats
import Testing

/// Gzip files that are wrong: each is refused, with the reason and the place.
@Suite struct GzipRefusalTests {
  private static let text = Array((0..<2000).map { "\($0),vendor-\($0 % 7),\($0 * 7919 % 11)\n" }.joined().utf8)
  private static let member = GzipMember(text)

  private func failure(_ bytes: [UInt8], name: String = "dump.csv.gz") throws -> ContainerFailure? {
    try containerFailure(TemporaryFile(bytes, name: name))
  }

  @Test func anEmptyFileIsNamedEmpty() throws {
    #expect(try failure([])?.reason == .empty)
    #expect(try failure([], name: "dump.csv")?.code == "empty")
  }

  @Test func aFileCutAnywhereIsTruncated() throws {
    let bytes = Self.member.bytes
    let cuts = [2, 9, 10, 11, bytes.count / 4, bytes.count / 2, bytes.count - 9, bytes.count - 8, bytes.count - 4]
    for cut in cuts + [bytes.count - 1] {
      let failure = try failure(Array(bytes[..<cut]))
      #expect(failure?.reason == .truncated, "cut at \(cut)")
      #expect(failure?.offset == cut && failure?.member == 1)
    }
  }

  @Test func aWrongChecksumIsFound() throws {
    var member = Self.member
    member.checksum ^= 1
    #expect(try failure(member.bytes)?.reason == .checksum)
  }

  @Test func aWrongLengthIsFound() throws {
    var member = Self.member
    member.length += 1
    #expect(try failure(member.bytes)?.reason == .length)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func aFlippedBitIsNeverMissed(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var bytes = Self.member.bytes
    bytes[Int.random(in: 10..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    #expect(try failure(bytes) != nil)
  }

  @Test func anotherMethodIsRefused() throws {
    var member = Self.member
    member.method = 7
    #expect(try failure(member.bytes)?.reason == .method)
  }

  @Test(arguments: [0x20, 0x40, 0x80] as [UInt8])
  func reservedFlagsAreRefused(flag: UInt8) throws {
    var member = Self.member
    member.flags = flag
    #expect(try failure(member.bytes)?.reason == .flags)
  }

  @Test func aWrongHeaderChecksumIsFound() throws {
    var member = Self.member
    member.flags = 0x02
    member.optionalFields = member.headerChecksum().map { $0 ^ 0xFF }
    #expect(try failure(member.bytes)?.reason == .headerChecksum)
  }

  @Test(arguments: [
    ([0x07] as [UInt8], "invalid block type"),
    ([0x01, 0x01, 0x00, 0xFF, 0xFF, 0x41], "invalid stored block lengths"),
    ([0x03, 0x02], "invalid distance too far back"),
    ([0x05, 0xC0, 0x81, 0xFF], "any"),
  ])
  func damagedBlocksAreCorrupt(data: [UInt8], detail: String) throws {
    let failure = try failure(GzipMember(data: data + [UInt8](repeating: 0xFF, count: 64)).bytes)
    guard case .corrupt(let found) = failure?.reason else {
      Issue.record("not corrupt: \(String(describing: failure))")
      return
    }
    #expect(found == detail || detail == "any")
    #expect(failure?.message.hasPrefix("corrupt: member 1, at byte ") == true)
  }

  @Test(
    arguments: [
      (Array("id,score\n1,9\n".utf8), "not-gzip"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "looks-like-zip"),
      ([0x28, 0xB5, 0x2F, 0xFD, 0x24, 0x0D], "looks-like-zstd"),
      ([0x78, 0x9C, 0x4B, 0x4C, 0x04, 0x00], "looks-like-zlib"),
      ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41], "looks-like-bzip2"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "looks-like-xz"),
      ([0x1F], "not-gzip"),
    ] as [([UInt8], String)])
  func otherContentIsCalledByItsName(bytes: [UInt8], code: String) throws {
    #expect(try failure(bytes)?.code == code)
  }

  @Test func aZipFileIsRefusedUnderAnyName() throws {
    #expect(try failure([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], name: "dump.csv")?.reason == .looksLike(.zip))
  }

  @Test(arguments: [1, 3, 4096])
  func aFileCompressedTwiceIsRefused(pieceSize: Int) throws {
    let file = try TemporaryFile(GzipMember(Self.member.bytes).bytes)
    #expect(try containerFailure(file, pieceSize: pieceSize)?.reason == .compressedTwice)
  }

  @Test func theMemberThatIsWrongIsCounted() throws {
    var second = GzipMember("second")
    let whole = GzipMember("first").bytes
    #expect(try failure(whole + second.bytes.dropLast(3))?.reason == .truncated)
    #expect(try failure(whole + second.bytes.dropLast(3))?.member == 2)
    second.checksum ^= 0x100
    #expect(try failure(whole + second.bytes)?.reason == .checksum)
    #expect(try failure(whole + second.bytes)?.member == 2)
    second.method = 9
    #expect(try failure(whole + second.bytes)?.reason == .method)
  }

  @Test(
    arguments: [
      Array("x".utf8), Array("garbage behind the end".utf8), [0x1F], [0x1F, 0x8B],
      [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 1],
    ] as [[UInt8]])
  func whatFollowsTheEndIsCounted(rest: [UInt8]) throws {
    let failure = try failure(Self.member.bytes + rest)
    #expect(failure?.reason == .trailing(count: rest.count))
    #expect(failure?.offset == Self.member.bytes.count)
  }

  @Test func headersWithoutEndAreTruncated() throws {
    var member = Self.member
    member.flags = 0x04
    member.optionalFields = [0xFF, 0xFF]
    #expect(try failure(member.header + [1, 2, 3])?.reason == .truncated)
    member.flags = 0x08
    member.optionalFields = []
    #expect(try failure(member.header + [UInt8](repeating: 0x41, count: 5000))?.reason == .truncated)
  }

  @Test func tooMuchContentIsRefused() throws {
    let file = try TemporaryFile(Self.member.bytes)
    let stream = try DumpStream(path: file.path, limit: 1000)
    var buffer = [UInt8](repeating: 0, count: 4096)
    #expect(throws: ContainerFailure.self) { try stream.read(into: &buffer) }
  }

  @Test func messagesSayWhatAndWhere() throws {
    let bytes = Self.member.bytes
    #expect(
      try failure(Array(bytes[..<50]))?.message == "truncated: the file ends inside member 1, at byte 50")
    #expect(
      try failure(bytes + [9])?.message == "trailing bytes: 1 after the end of member 1, at byte \(bytes.count)")
    #expect(try failure(Array("a,b\n".utf8))?.message == "not gzip, although the name ends in .gz")
    #expect(
      try failure([0x50, 0x4B, 3, 4])?.message == "looks like zip; dumps are plain or gzip")
  }
}
