extension BrokenCatalogue {
  /// Gzip files that are cut, altered, or something else under its name.
  static var containerFaults: [BrokenDump] {
    cutFiles + alteredFiles + corruptBlocks + otherContainers
  }

  private static var content: [UInt8] { SoundTable.surveys().bytes }
  private static var sound: StoredGzip { StoredGzip(content) }

  private static var cutFiles: [BrokenDump] {
    let whole = sound.bytes
    func cut(_ name: String, _ count: Int, _ note: String) -> BrokenDump {
      BrokenDump("surveys-\(name).csv.gz", Array(whole.prefix(count)), .refused("truncated", note))
    }
    return [
      BrokenDump("surveys-empty-file.csv.gz", [], .refused("empty", "no bytes at all")),
      cut("magic-only", 2, "only the two bytes by which gzip is known"),
      cut("gzip-header-only", 10, "ends after the gzip header"),
      cut("cut-quarter", whole.count / 4, "the first quarter of the file"),
      cut("cut-half", whole.count / 2, "the first half of the file"),
      BrokenDump(
        "surveys-cut-last-block.csv.gz", Array(StoredGzip(content, body: twoBlocks).bytes.dropLast(40)),
        .refused("truncated", "the last of two blocks ends too early, the rows of the first are whole")),
      cut("trailer-missing", whole.count - 8, "all rows, but neither checksum nor length"),
      cut("length-missing", whole.count - 4, "all rows and the checksum, but no length"),
    ]
  }

  private static var twoBlocks: [UInt8] {
    StoredGzip.stored(Array(content.dropLast(100)), isLast: false) + StoredGzip.stored(Array(content.suffix(100)))
  }

  private static var alteredFiles: [BrokenDump] {
    func altered(_ name: String, _ code: String, _ note: String, _ change: (inout StoredGzip) -> Void) -> BrokenDump {
      BrokenDump("surveys-\(name).csv.gz", sound.changed(change).bytes, .refused(code, note))
    }
    return [
      altered("crc-wrong", "checksum", "the checksum is not that of the content") { $0.checksum ^= 1 },
      altered("length-wrong", "length", "the length is not that of the content") { $0.length += 1 },
      altered("bit-flipped", "checksum", "one bit of a row is another; only the checksum tells") { $0.body[300] ^= 4 },
      altered("method-seven", "method", "a compression method that does not exist") { $0.method = 7 },
      altered("reserved-flags", "flags", "a flag bit that must be 0 is 1") { $0.flags = 0x80 },
      altered("header-checksum-wrong", "header-checksum", "the header's own checksum does not match") {
        $0.flags = StoredGzip.Flag.headerChecksum
        $0.options = [0, 0]
      },
      altered("extra-longer-than-file", "truncated", "the extra field says it is longer than the file") {
        $0.flags = StoredGzip.Flag.extra
        $0.options = [0xFF, 0xFF]
      },
      BrokenDump(
        "surveys-name-never-ends.csv.gz",
        sound.changed { $0.flags = StoredGzip.Flag.name }.header + Array(repeating: UInt8(ascii: "n"), count: 500),
        .refused("truncated", "the name in the header has no end")),
    ]
  }

  private static var corruptBlocks: [BrokenDump] {
    func corrupt(_ name: String, _ body: [UInt8], _ note: String) -> BrokenDump {
      BrokenDump("surveys-\(name).csv.gz", StoredGzip(content, body: body).bytes, .refused("corrupt", note))
    }
    var wrongComplement = StoredGzip.stored(content)
    wrongComplement[3] ^= 0x10
    return [
      corrupt("block-type-three", [7], "a block of a type that does not exist"),
      corrupt("stored-length-wrong", wrongComplement, "a stored block's length and its complement disagree"),
      corrupt("distance-too-far", [3, 2, 0], "a repetition of bytes before the beginning"),
      corrupt("code-oversubscribed", [4, 0, 0xFE, 0xFF], "a code with more words than bits allow"),
    ]
  }

  private static var otherContainers: [BrokenDump] {
    let zip = Array("PK".utf8) + [3, 4, 20, 0, 0, 0, 0, 0] + Array(repeating: 0, count: 16) + Array("surveys.csv".utf8)
    let zstd: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x00, 0x09, 0x00, 0x00, 0x72]
    let zlib: [UInt8] = [0x78, 0x9C] + StoredGzip.stored(content)
    return [
      BrokenDump("surveys-plain-called-gz.csv.gz", content, .refused("not-gzip", "plain text under a name in .gz")),
      BrokenDump(
        "surveys-gzip-called-plain.csv", sound.bytes,
        .accepted("gzip under a name without .gz; known by its first bytes")),
      BrokenDump("surveys-zip-called-gz.csv.gz", zip, .refused("looks-like-zip", "a zip archive")),
      BrokenDump("surveys-zstd-called-gz.csv.gz", zstd, .refused("looks-like-zstd", "a zstd frame")),
      BrokenDump("surveys-zlib-called-gz.csv.gz", zlib, .refused("looks-like-zlib", "deflate in zlib's wrapper")),
      BrokenDump(
        "surveys-gzip-in-gzip.csv.gz", StoredGzip(sound.bytes).bytes, .refused("gzip-in-gzip", "compressed twice")),
    ]
  }
}
