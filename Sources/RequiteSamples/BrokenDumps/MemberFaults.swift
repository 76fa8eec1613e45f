extension BrokenCatalogue {
  /// Gzip files of several members, with unusual headers, or with something after the end.
  static var memberFaults: [BrokenDump] {
    severalMembers + unusualHeaders + afterTheEnd
  }

  private static var content: [UInt8] { SoundTable.surveys().bytes }

  private static var severalMembers: [BrokenDump] {
    let middle = content.count / 2 + 7
    let first = StoredGzip(Array(content[..<middle]))
    let second = StoredGzip(Array(content[middle...]))
    let nothing = StoredGzip([]).bytes
    return [
      BrokenDump(
        "surveys-two-members.csv.gz", first.bytes + second.bytes, .accepted("two members, split inside a row")),
      BrokenDump(
        "surveys-member-per-byte.csv.gz", content.flatMap { StoredGzip([$0]).bytes },
        .accepted("one member for every byte")),
      BrokenDump(
        "surveys-empty-members.csv.gz", nothing + first.bytes + nothing + second.bytes + nothing,
        .accepted("empty members before, between and after")),
      BrokenDump(
        "surveys-block-gzip.csv.gz", block(content[..<middle]) + block(content[middle...]) + block([]),
        .accepted("blocks as bgzip writes them, an empty one last")),
      BrokenDump("surveys-empty-member-only.csv.gz", nothing, .refused("header-empty", "a sound member of nothing")),
      BrokenDump(
        "surveys-second-member-cut.csv.gz", first.bytes + second.bytes.dropLast(20),
        .refused("truncated", "member 2 ends too early")),
      BrokenDump(
        "surveys-second-member-crc.csv.gz", first.bytes + second.changed { $0.checksum ^= 1 }.bytes,
        .refused("checksum", "the checksum of member 2 is wrong")),
    ]
  }

  /// A member as `bgzip` writes them: an extra field BC tells how long the member is, less one.
  private static func block(_ content: ArraySlice<UInt8>) -> [UInt8] {
    var member = StoredGzip(Array(content))
    member.flags = StoredGzip.Flag.extra
    member.options = [6, 0, UInt8(ascii: "B"), UInt8(ascii: "C"), 2, 0]
    member.options.append(littleEndian: UInt16(member.bytes.count + 2 - 1))
    return member.bytes
  }

  private static var unusualHeaders: [BrokenDump] {
    func unusual(_ name: String, _ note: String, _ change: (inout StoredGzip) -> Void) -> BrokenDump {
      BrokenDump("surveys-\(name).csv.gz", StoredGzip(content).changed(change).bytes, .accepted(note))
    }
    return [
      unusual("extra-field", "an extra field of the greatest length") {
        $0.flags = StoredGzip.Flag.extra
        $0.options = [0xFF, 0xFF] + Array(repeating: UInt8(ascii: "x"), count: 65_535)
      },
      unusual("name-with-path", "the name in the header points elsewhere; it is ignored") {
        $0.flags = StoredGzip.Flag.name
        $0.options = Array("../../../tmp/surveys.csv".utf8) + [0]
      },
      unusual("comment-with-escapes", "terminal escapes in the header's comment; ignored, never printed") {
        $0.flags = StoredGzip.Flag.comment
        $0.options = [0x1B] + Array("[2J".utf8) + [0]
      },
      unusual("header-checksum-right", "the header's own checksum matches") {
        $0.flags = StoredGzip.Flag.headerChecksum
        let checksum = GzipWriter.checksum(of: $0.header)
        $0.options.append(littleEndian: UInt16(truncatingIfNeeded: checksum))
      },
    ]
  }

  private static var afterTheEnd: [BrokenDump] {
    let whole = StoredGzip(content).bytes
    return [
      BrokenDump(
        "surveys-trailing-garbage.csv.gz", whole + Array("garbage".utf8),
        .refused("trailing", "seven bytes after the end")),
      BrokenDump(
        "surveys-trailing-magic.csv.gz", whole + [0x1F, 0x8B],
        .refused("trailing", "two bytes after the end, those by which gzip is known")),
      BrokenDump(
        "surveys-zero-padding.csv.gz", whole + Array(repeating: 0, count: 512), .accepted("zeros up to a full block")),
    ]
  }
}
