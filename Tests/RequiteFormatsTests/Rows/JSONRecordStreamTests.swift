import RequiteFormats
import Testing

/// Records inside one JSON document, read like JSON lines and found where they stand.
@Suite struct JSONRecordStreamTests {
  private struct Found: Equatable {
    var ids: [String] = []
    var places: [SourcePlace] = []
    var lines = 0
  }

  private func read(
    _ text: String, path: [String], isAssignment: Bool = false, pieceSize: Int = .max
  ) throws -> Found {
    let bytes = Array(text.utf8)
    let stream = JSONRecordStream(
      MemoryStream(bytes, pieceSize: pieceSize), path: path, isAssignment: isAssignment)
    var reader = try RowReader(stream, format: .jsonLines)
    reader.want(paths: [JSONPath(["id"])])
    var found = Found()
    while let row = try reader.next() {
      found.ids.append(row.fault.map(\.rule) ?? row.field(0).string)
      let place = stream.place(before: SourcePlace(row))
      #expect(bytes[place.byteOffset] == UInt8(ascii: "{"))
      #expect(bytes[place.byteOffset + place.byteLength - 1] == UInt8(ascii: "}"))
      found.places.append(place)
    }
    found.lines = stream.lines
    return found
  }

  static let envelope = """
    {"meta": {"items": [1, {"id": "no"}], "note": "items: ["},
     "data": {"items": [
       {"id": "1",
        "text": "a ] , } b"},
       {"id": "2"}, {"id": "3", "more": [1, [2]]}
     ]},
     "next": null}

    """

  @Test(arguments: [1, 2, 5, 64, 1000])
  func recordsOfAnEnvelopeAreFoundByTheirPath(_ pieceSize: Int) throws {
    let found = try read(Self.envelope, path: ["data", "items"], pieceSize: pieceSize)
    #expect(found.ids == ["1", "2", "3"])
    #expect(found.places.map(\.line) == [3, 5, 5])
    #expect(found.lines == 7)
  }

  @Test func theDocumentItselfMayBeTheArray() throws {
    #expect(try read(#"[{"id":1},{"id":2}]"#, path: []).ids == ["1", "2"])
    #expect(try read("\u{FEFF} [ ]", path: []).ids == [])
  }

  @Test func aScriptIsReadFromItsAssignmentOnAndNeverRun() throws {
    let found = try read("window.x[0] = [\n  {\"id\":1},\n  {\"id\":2}\n];\n", path: [], isAssignment: true)
    #expect(found.ids == ["1", "2"])
    #expect(found.places.map(\.line) == [2, 3])
  }

  @Test func aDocumentWithoutItsArrayIsRefused() throws {
    let missing = #expect(throws: LayoutFailure.self) { try read(#"{"data": {"id": 1}}"#, path: ["data"]) }
    #expect(missing?.code == "no-records")
    let cut = #expect(throws: LayoutFailure.self) { try read(#"{"data": [{"id": 1}, {"i"#, path: ["data"]) }
    #expect(cut?.code == "records-cut")
  }

  @Test(arguments: [1, 2, 1000])
  func aLineEndInAStringSpoilsItsRecordOnly(_ pieceSize: Int) throws {
    let found = try read("[{\"id\":\"1\"},\n {\"id\":\"2\nx\"},\n {\"id\":\"3\"}]", path: [], pieceSize: pieceSize)
    #expect(found.ids == ["1", "json.syntax", "3"])
    #expect(found.places.map(\.line) == [1, 2, 4])
  }

  @Test func aRecordThatIsNoneIsSetAsideAlone() throws {
    let found = try read(#"[{"id":1}, {"id":}, {"id":3}]"#, path: [])
    #expect(found.ids == ["1", "json.syntax", "3"])
  }
}
