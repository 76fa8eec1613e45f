import RequiteFormats
import Testing

/// Values inside nested objects and arrays of JSON lines.
@Suite struct JSONPathTests {
  private func fields(_ line: String, _ paths: [JSONPath]) throws -> [String] {
    var reader = try RowReader(MemoryStream(line + "\n"), format: .jsonLines)
    reader.want(paths: paths)
    guard let row = try reader.next() else { return [] }
    if let fault = row.fault { return [fault.rule] }
    return paths.indices.map { row.field($0).string }
  }

  @Test func aPathLeadsThroughObjectsAndArrays() throws {
    let line = #"{"a":{"b":[{"c":"x\u0041"},{"c":2}],"d":null},"e":true,"a2":{"b":1}}"#
    let paths = ["a.b.0.c", "a.b.1.c", "a.b.2.c", "a.d", "e", "a.b", "a2.b", "f.g"].map {
      JSONPath($0.split(separator: ".").map(String.init))
    }
    #expect(try fields(line, paths) == ["xA", "2", "", "", "true", "", "1", ""])
  }

  @Test func whatIsNoPlainValueIsGivenWhereAnythingIsTaken() throws {
    let line = #"{"a":[1, {"b":2}],"c":{"d":[]},"e":"t"}"#
    let paths = ["a", "c", "e"].map { JSONPath([$0], takesAny: true) }
    #expect(try fields(line, paths) == [#"[1, {"b":2}]"#, #"{"d":[]}"#, "t"])
  }

  @Test func aKeyThatComesTwiceIsFoundWhereverItIs() throws {
    let paths = [JSONPath(["a", "b"])]
    for line in [#"{"a":{"b":1,"b":2}}"#, #"{"x":1,"x":2}"#, #"{"x":{"y":1,"y":2}}"#, #"{"a":{"b":1},"a":{}}"#] {
      #expect(try fields(line, paths) == ["json.duplicate-key"], "\(line)")
    }
  }

  @Test func whatIsNoObjectOrNoJSONIsAFault() throws {
    let paths = [JSONPath(["a"])]
    #expect(try fields(#"{"a":1}"#, paths) == ["1"])
    #expect(try fields(#"{"a":1,}"#, paths) == ["json.syntax"])
    #expect(try fields(#"{"a":"\ud800"}"#, paths) == ["json.surrogate"])
    #expect(try fields(#"{"a":1} x"#, paths) == ["json.syntax"])
  }
}
