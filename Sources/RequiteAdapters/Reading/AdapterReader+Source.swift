import RequiteCommand
import RequiteFormats
import RequiteIngest

extension AdapterReader {
  /// Reads `source`.
  func source(_ value: ConfigurationValue) throws -> SourceLayout {
    try source(value, value.members(among: AdapterKeys.source))
  }

  /// Reads a side file.
  func lookup(_ value: ConfigurationValue) throws -> Lookup {
    var members = try value.members(among: AdapterKeys.lookup)
    let file = try value.required("file", of: members)
    let path = file.scalarText == "{dump}" ? nil : try text.name(file)
    var lookup = Lookup(path: path, key: FieldName(try text.name(value.required("key", of: members))))
    members["file"] = nil
    members["key"] = nil
    lookup.source = try source(value, members)
    return lookup
  }

  private func source(_ value: ConfigurationValue, _ members: [String: ConfigurationValue]) throws -> SourceLayout {
    var layout = SourceLayout()
    if let encoding = members["encoding"] { layout.encoding = try encoding.choice() }
    let format = try value.required("format", of: members)
    switch try format.choice(Format.self) {
    case .csv: layout.rows = .csv(try shape(members))
    case .jsonl: layout.rows = .jsonLines
    case .json, .script:
      let path = try members["records"].map(text.text) ?? ""
      layout.rows = .jsonArray(
        path: path.split(separator: ".").map(String.init), isAssignment: try format.text() == "script")
    }
    let own = layout.isJSON ? ["records"] : AdapterKeys.source.filter { $0 != "records" }
    let allowed = ["format", "encoding"] + own
    for (key, member) in members where !allowed.contains(key) {
      throw member.failure("\(member.name) means nothing for the format \(try format.text())")
    }
    return layout
  }

  private func shape(_ members: [String: ConfigurationValue]) throws -> CSVShape {
    let separator = try members["separator"]?.choice(SeparatorWord.self) ?? .comma
    var shape = CSVShape(separator: separator.separator)
    shape.takesAnyNames = true
    if let header = members["header"] {
      shape.headerRow = header.scalarText == "none" ? 0 : Int(try header.integer(in: 1...100))
    }
    if let drop = members["drop"] { shape.droppedRows = Int(try drop.integer(in: 0...100)) }
    if let pad = members["pad"] { shape.padsRows = try pad.truth() }
    if let footer = members["footer"] { shape.footer = try text.name(footer) }
    if let names = members["names"] { shape.names = try names.texts() }
    if let expect = members["expect"] {
      let parts = try expect.members(among: AdapterKeys.expect)
      shape.mark = CSVShape.Mark(
        row: Int(try expect.required("row", of: parts).integer(in: 1...100)),
        text: try text.name(expect.required("text", of: parts)))
    }
    if let names = members["names"], shape.headerRow != 0 { throw names.failure("\(names.name) needs header: none") }
    if let header = members["header"], shape.headerRow == 0, shape.names.isEmpty {
      throw header.failure("\(header.name) is none, so there must be names")
    }
    return shape
  }

  private enum Format: String, CaseIterable {
    case csv, jsonl, json, script
  }

  private enum SeparatorWord: String, CaseIterable {
    case comma, semicolon, tab, pipe

    var separator: Separator {
      switch self {
      case .comma: .comma
      case .semicolon: .semicolon
      case .tab: .tab
      case .pipe: .pipe
      }
    }
  }
}
