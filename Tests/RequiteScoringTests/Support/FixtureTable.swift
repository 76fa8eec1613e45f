import Foundation

/// The files beside these tests.
enum Fixture {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// The rows of a CSV file, each by column name.
  static func rows(_ path: String) throws -> [[String: String]] {
    let lines = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      .split(separator: "\n").map { fields(String($0)) }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  /// The object of a JSON file.
  static func object(_ path: String) throws -> JSONNode {
    let data = try Data(contentsOf: folder.appendingPathComponent(path))
    return JSONNode(try JSONSerialization.jsonObject(with: data))
  }

  /// The fields of a line whose quotes never enclose a line end.
  private static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}

/// A value of a JSON file, read by path.
struct JSONNode {
  private let value: Any?

  init(_ value: Any?) {
    self.value = value
  }

  subscript(key: String) -> JSONNode { JSONNode((value as? [String: Any])?[key]) }
  subscript(position: Int) -> JSONNode { JSONNode((value as? [Any])?[position]) }

  var double: Double? { (value as? NSNumber)?.doubleValue }
  var integer: Int64? { (value as? NSNumber)?.int64Value }
  var doubles: [Double] { (value as? [NSNumber])?.map(\.doubleValue) ?? [] }
  var elements: [JSONNode] { (value as? [Any])?.map { JSONNode($0) } ?? [] }
  var text: String? { value as? String }
  var texts: [String] { value as? [String] ?? [] }
  var keys: [String] { ((value as? [String: Any])?.keys).map { $0.sorted() } ?? [] }
  var isNull: Bool { value == nil || value is NSNull }
}
