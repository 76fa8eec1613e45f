import RequiteFormats
import Testing

/// Members, headers and checks are read by us: the same files are right and wrong, and in the same places, as for zlib.
@Suite struct GzipAgreementTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func filesAreWhatZlibTakesThemFor(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let members = (1...Int.random(in: 1...3, using: &random)).map { _ in Self.member(&random) }
    try compare(members.flatMap(\.bytes))
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func damageIsWhatZlibTakesItForAndWhereItFindsIt(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var bytes = Self.member(&random).bytes
    // The magic stays: without it, this would be no gzip file at all.
    let place = Int.random(in: 2..<bytes.count, using: &random)
    bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    try compare(bytes)
  }

  @Test func everyBitOfAHeaderIsReadAsZlibReadsIt() throws {
    var random = SplitMix(seed: 7)
    let member = Self.member(&random, flags: 0x1E)
    for place in 2..<member.header.count {
      for bit in 0..<8 as Range<UInt8> {
        var bytes = member.bytes
        bytes[place] ^= 1 << bit
        try compare(bytes)
      }
    }
  }

  @Test func aFileCutAtAnyByteIsTruncatedThere() throws {
    var random = SplitMix(seed: 8)
    let bytes = Self.member(&random, flags: 0x1E).bytes
    for cut in 2..<bytes.count { try compare(Array(bytes[..<cut])) }
  }

  private func compare(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let expected = ZlibReading(bytes)
    let file = try TemporaryFile(bytes)
    let failure = try containerFailure(file)
    #expect(failure.map(\.zlibWords) == expected.fault, sourceLocation: sourceLocation)
    if let failure {
      #expect(failure.offset == expected.offset, sourceLocation: sourceLocation)
      #expect(failure.member == expected.member, sourceLocation: sourceLocation)
    } else {
      #expect(try content(of: file) == expected.content, sourceLocation: sourceLocation)
    }
  }

  private static func member(_ random: inout SplitMix, flags: UInt8? = nil) -> GzipMember {
    let count = Int.random(in: 0...400, using: &random)
    let numbers = (0..<count).map { _ in Int.random(in: 0...999, using: &random) }
    var member = GzipMember(numbers.map { "\($0)\n" }.joined())
    member.flags = flags ?? UInt8.random(in: 0...0x1F, using: &random)
    if member.flags & 0x04 != 0 {
      let extra = UInt8.random(in: 0...40, using: &random)
      member.optionalFields += [extra, 0] + (0..<extra)
    }
    if member.flags & 0x08 != 0 { member.optionalFields += Array("surveys.csv\0".utf8) }
    if member.flags & 0x10 != 0 { member.optionalFields += Array("of this night\0".utf8) }
    if member.flags & 0x02 != 0 { member.optionalFields += member.headerChecksum() }
    return member
  }
}

extension ContainerFailure {
  /// What zlib says in such a case.
  fileprivate var zlibWords: String {
    switch reason {
    case .checksum: "incorrect data check"
    case .length: "incorrect length check"
    case .headerChecksum: "header crc mismatch"
    case .method: "unknown compression method"
    case .flags: "unknown header flags set"
    case .corrupt(let message): message
    default: code
    }
  }
}
