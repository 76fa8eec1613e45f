extension BrokenCatalogue {
  /// Dumps of JSON objects, one a line.
  static var jsonLineFaults: [BrokenDump] {
    syntaxFaults + otherJSONFaults + jsonValues + refusedJSON + soundJSON
  }

  /// A sound line; `members` replace or follow the usual ones.
  private static func line(_ number: Int, score: String = "9", customer: String = "c", more: String = "") -> String {
    """
    {"response_id":"b\(number)","vendor_id":"northwind-air","customer_id":"\(customer)\(number)","instrument":"nps",\
    "scale":"0-10","score":\(score),"responded_at":"2024-05-02T09:00:00Z"\(more)}
    """
  }

  /// Sound lines round `bad` ones, which begin at line 2.
  private static func dump(_ name: String, _ bad: [[UInt8]], _ rule: String, _ note: String) -> BrokenDump {
    let lines = [Array(line(1).utf8)] + bad + [Array(line(50).utf8), Array(line(51).utf8)]
    return BrokenDump(
      "surveys-\(name).jsonl", lines.flatMap { $0 + [.lineFeed] },
      .quarantined(rule, lines: Array(2..<2 + bad.count), note))
  }

  private static func dump(_ name: String, _ bad: [String], _ rule: String, _ note: String) -> BrokenDump {
    dump(name, bad.map { Array($0.utf8) }, rule, note)
  }

  private static var syntaxFaults: [BrokenDump] {
    let bad = [
      line(2, more: ","), line(3).replacing("\"", with: "'"), line(4, score: "NaN"), line(5, score: "09"),
      line(6, more: ",\"comment\":\"a\tb\""), line(7) + line(8), line(9, more: ",\"comment\":\"\\x41\""),
      line(10, score: "+9"), line(11, score: "9."), line(12, score: "True"),
    ]
    return [
      dump("json-syntax", bad, "json.syntax", "a last comma, single quotes, NaN, a raw tab, two objects on a line …"),
      dump("json-last-line", [String(line(2).dropLast(12))], "json.syntax", "a line without its end"),
    ]
  }

  private static var otherJSONFaults: [BrokenDump] {
    let deep = String(repeating: "[", count: 1000)
    let closed = deep + String(repeating: "]", count: 1000)
    let latin = Array(line(2, more: ",\"comment\":\"caf").dropLast().utf8) + [0xE9] + Array("\"}".utf8)
    return [
      dump(
        "json-not-an-object", ["[1,2]", "7", "null", "\"text\""], "json.not-an-object", "an array, a number, null, text"
      ),
      dump("json-duplicate-key", [line(2, more: ",\"score\":3")], "json.duplicate-key", "two scores"),
      dump(
        "json-depth", [line(2, more: ",\"a\":" + closed), line(3, more: ",\"a\":" + deep)], "json.depth",
        "a thousand brackets deep, closed and not"),
      dump(
        "json-surrogate", [line(2, more: ",\"comment\":\"\\ud800\""), line(3, more: ",\"comment\":\"\\udc00x\"")],
        "json.surrogate", "half a pair"),
      dump(
        "json-type", [line(2, score: "[9]"), line(3, score: "{\"nps\":9}")], "json.type",
        "a score that is an array, an object"),
      dump("json-nul", [line(2, more: ",\"comment\":\"a\\u0000b\"")], "json.syntax", "an escaped zero byte"),
      BrokenDump(
        "surveys-json-deeper.jsonl.gz",
        inflating(Array((line(1) + "\n{\"a\":").utf8), 388, Array(("\n" + line(2) + "\n").utf8), of: UInt8(ascii: "[")),
        .quarantined("json.depth", lines: [2], "a hundred thousand brackets deep")),
      dump("json-latin", [latin], "encoding.utf8", "a comment in Latin-1"),
    ]
  }

  private static var jsonValues: [BrokenDump] {
    let nobody = line(2).replacing("\"customer_id\":\"c2\",", with: "")
    return [
      dump(
        "json-score-format", [line(2, score: "true"), line(3, score: "8.5"), line(4, score: "1e400")], "score.format",
        "not whole numbers"),
      dump(
        "json-score-range", [line(2, score: "9007199254740993"), line(3, score: "-1")], "score.range", "outside 0-10"),
      dump("json-score-null", [line(2, score: "null")], "score.missing", "answered, but the score is null"),
      dump("json-key-missing", [nobody], "customer_id.empty", "no customer"),
      dump(
        "json-customer-control", [line(2, customer: "c\\u001b")], "customer_id.control", "an escaped control byte"),
    ]
  }

  private static var refusedJSON: [BrokenDump] {
    let pretty = "[\n  " + line(1) + ",\n  " + line(2) + "\n]\n"
    let wide = ("\u{FEFF}" + line(1) + "\n").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return [
      BrokenDump("surveys-json-array.jsonl", pretty, .refused("json-document", "one array in place of lines")),
      BrokenDump(
        "surveys-csv-called-jsonl.jsonl", SoundTable.surveys().text(),
        .refused("not-json-lines", "comma-separated under a name in .jsonl")),
      BrokenDump("surveys-json-utf16.jsonl", wide, .refused("utf16", "UTF-16 with its mark")),
      BrokenDump("surveys-json-empty.jsonl", "", .refused("empty", "no bytes at all")),
    ]
  }

  private static var soundJSON: [BrokenDump] {
    let lines = (1...4).map { line($0) }
    let escaped = line(2).replacing("\"score\"", with: "\"\\u0073core\"")
    let reordered = """
      {"mood":{"of":["day",1]},"score":9,"scale":"0-10","instrument":"nps","responded_at":1714644000,\
      "customer_id":"c3","vendor_id":"northwind-air","response_id":"b3"}
      """
    let odd = [lines[0], escaped, reordered, lines[3]].map { $0 + "\n" }.joined()
    return [
      BrokenDump("surveys-json-odd-keys.jsonl", odd, .accepted("an escaped key, another order, an unknown key")),
      BrokenDump(
        "surveys-json-odd-lines.jsonl", "\u{FEFF}" + lines[0] + "\r\n\n" + lines[1] + "\n  \n" + lines[2],
        .accepted("a mark, CR LF, blank lines, no final line end")),
    ]
  }
}
