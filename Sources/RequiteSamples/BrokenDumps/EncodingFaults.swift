extension BrokenCatalogue {
  /// Bytes that are not UTF-8.
  static var encodingFaults: [BrokenDump] {
    [utf16(isLittleEndian: true), utf16(isLittleEndian: false), unmarkedUTF16, latinThroughout] + strayBytes
  }

  private static func utf16(isLittleEndian: Bool) -> BrokenDump {
    let bytes = ("\u{FEFF}" + SoundTable.surveys().text()).utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isLittleEndian ? [low, high] : [high, low]
    }
    let name = isLittleEndian ? "surveys-utf16-le.csv" : "surveys-utf16-be.csv"
    return BrokenDump(name, bytes, .refused("utf16", "UTF-16 with its mark"))
  }

  private static var unmarkedUTF16: BrokenDump {
    let bytes = SoundTable.surveys().text().utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return BrokenDump("surveys-utf16-unmarked.csv", bytes, .refused("utf16", "UTF-16 without its mark"))
  }

  /// Every row says `café` in Latin-1.
  private static var latinThroughout: BrokenDump {
    let table = SoundTable.surveys(24)
    let rows = table.lines.flatMap { Array($0.dropLast("Kind".count).utf8) + Array("caf".utf8) + [0xE9, .lineFeed] }
    return BrokenDump(
      "surveys-latin-throughout.csv", Array((table.header + "\n").utf8) + rows,
      .refused("quarantine-ceiling", "24 of 24 rows in Latin-1"))
  }

  private static var strayBytes: [BrokenDump] {
    func stray(_ name: String, _ bytes: [UInt8], _ note: String) -> BrokenDump {
      let table = SoundTable.surveys()
      let before = table.header + "\n" + table.lines[0] + "\n" + table.lines[1].dropLast("Kind".count)
      let after = "\n" + table.lines[2] + "\n" + table.lines[3] + "\n"
      return BrokenDump(
        "surveys-\(name).csv", Array(before.utf8) + bytes + Array(after.utf8),
        .quarantined("encoding.utf8", lines: [3], note))
    }
    return [
      stray("latin-row", Array("caf".utf8) + [0xE9], "one comment in Latin-1"),
      stray("overlong-character", [0xC0, 0xAF], "a slash in two bytes"),
      stray("surrogate-half", [0xED, 0xA0, 0x80], "half of a surrogate pair"),
      stray("cut-character", [0xE2, 0x82], "a character without its last byte"),
      stray("beyond-unicode", [0xF4, 0x90, 0x80, 0x80], "a character beyond the last"),
    ]
  }
}
