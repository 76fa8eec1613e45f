/// What stands around something endless: a dump of three sound surveys, with room after the first.
struct EndlessFrame {
  /// The header without its line end.
  let header: [UInt8]
  /// The header and the first row.
  let before: [UInt8]
  /// Another row as far as its comment, which is its last field.
  let opened: [UInt8]
  /// The two rows after it.
  let after: [UInt8]

  init() {
    let table = SoundTable.surveys(3)
    header = Array(table.header.utf8)
    before = Array((table.header + "\n" + table.lines[0] + "\n").utf8)
    opened = Array(SoundTable.surveys(9).lines[8].dropLast("Kind".count).utf8)
    after = Array((table.lines[1] + "\n" + table.lines[2] + "\n").utf8)
  }
}

extension BrokenCatalogue {
  /// A member of `before`, a byte once and 258 times `matches`, and `after`.
  static func inflating(
    _ before: [UInt8], _ matches: Int, _ after: [UInt8], of letter: UInt8 = UInt8(ascii: "a")
  ) -> [UInt8] {
    let run = RunBlock(of: letter, matches: matches)
    let content = before + Array(repeating: letter, count: run.count) + after
    let body = StoredGzip.stored(before, isLast: false) + run.bytes + StoredGzip.stored(after)
    return StoredGzip(content, body: body).bytes
  }
}
