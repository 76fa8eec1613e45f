import RequiteFormats
import Testing

/// Texts in other encodings, and where their rows stand before they are UTF-8.
@Suite struct TranscodedStreamTests {
  static let text = "id,name\n1,Ünal €5\n2,plain\n3,\u{1F600} é\n"

  private static let macBytes: [Unicode.Scalar: UInt8] = ["Ü": 0x86, "ç": 0x8D, "é": 0x8E, "€": 0xDB]

  /// The bytes of a text in an encoding.
  private func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .latin1: text.unicodeScalars.map { UInt8($0.value) }
    case .macRoman: text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : Self.macBytes[$0]! }
    case .windows1252: text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    case .utf16: [0xFF, 0xFE] + encoded(text, .utf16LittleEndian)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 1000], [TextEncoding.utf16, .utf16LittleEndian, .utf16BigEndian])
  func everyRowIsThereAndKnowsWhereItStood(_ pieceSize: Int, _ encoding: TextEncoding) throws {
    let bytes = encoded(Self.text, encoding)
    let stream = TranscodedStream(MemoryStream(bytes, pieceSize: pieceSize), from: encoding)
    var reader = try RowReader(stream, format: .csv(separator: .comma))
    reader.want(["id", "name"])
    var names: [String] = []
    while let row = try reader.next() {
      names.append(row.field(1).string)
      let place = stream.place(before: SourcePlace(row))
      let source = bytes[place.byteOffset..<place.byteOffset + place.byteLength]
      #expect(Array(source) == encoded("\(row.field(0).string),\(names[names.count - 1])", encoding.withoutMark))
    }
    #expect(names == ["Ünal €5", "plain", "\u{1F600} é"])
  }

  @Test func singleBytesBecomeTheirCharacters() throws {
    let text = "id,name\n1,Ünal\n2,ça\n"
    for encoding in [TextEncoding.latin1, .windows1252, .macRoman] {
      let bytes = encoded(text, encoding)
      let stream = TranscodedStream(MemoryStream(bytes, pieceSize: 3), from: encoding)
      var reader = try RowReader(stream, format: .csv(separator: .comma))
      reader.want(["name"])
      var found: [String] = []
      while let row = try reader.next() {
        let place = stream.place(before: SourcePlace(row))
        #expect(bytes[place.byteOffset + place.byteLength] == 0x0A)
        found.append(row.field(0).string)
      }
      #expect(found == ["Ünal", "ça"])
    }
  }

  @Test func aByteMeansAnotherCharacterInEveryEncoding() throws {
    let bytes = Array("id\n".utf8) + [0x80, 0xA5, 0xDB, 0xFF, 0x0A]
    let expected: [TextEncoding: String] = [.latin1: "\u{80}¥Ûÿ", .windows1252: "€¥Ûÿ", .macRoman: "Ä•€ˇ"]
    for (encoding, text) in expected {
      var reader = try RowReader(
        TranscodedStream(MemoryStream(bytes), from: encoding), format: .csv(separator: .comma))
      reader.want(["id"])
      #expect(try reader.next()?.field(0).string == text)
    }
  }

  @Test func theMarkOfUTF16MayComeByteByByte() throws {
    let text = "\u{FEFF}" + Self.text
    let expected = try KeptRows(csv: Self.text).rows.map(\.texts)
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      let stream = TranscodedStream(MemoryStream(encoded(text, encoding), pieceSize: 1), from: .utf16)
      var reader = try RowReader(stream, format: .csv(separator: .comma))
      #expect(try KeptRows(&reader).rows.map(\.texts) == expected)
    }
  }

  @Test func whatMeansNothingSpoilsItsRowOnly() throws {
    let bytes = Array("id\n".utf8) + [0x81, 0x0A] + Array("2\n".utf8)
    let stream = TranscodedStream(MemoryStream(bytes), from: .windows1252)
    var reader = try RowReader(stream, format: .csv(separator: .comma))
    reader.want(["id"])
    var faults: [String?] = []
    while let row = try reader.next() { faults.append(row.fault?.rule) }
    #expect(faults == ["encoding.utf8", nil])
  }

  @Test func halfACharacterAtTheEndIsNoText() throws {
    let bytes = encoded("id\n1\n", .utf16LittleEndian) + [0x31]
    let stream = TranscodedStream(MemoryStream(bytes), from: .utf16LittleEndian)
    var reader = try RowReader(stream, format: .csv(separator: .comma))
    reader.want(["id"])
    var faults: [String?] = []
    while let row = try reader.next() { faults.append(row.fault?.rule) }
    #expect(faults == [nil, "encoding.utf8"])
  }
}

extension TextEncoding {
  fileprivate var withoutMark: TextEncoding { self == .utf16 ? .utf16LittleEndian : self }
}
