import RequiteFormats
import RequiteModel

extension DumpAccount {
  /// The account as it stands in manifests.
  var json: JSONValue { .object(fields) }

  var fields: [String: JSONValue] {
    [
      "dump": .string(dump),
      "kind": .string(kind.rawValue),
      "sha256": .string(sha256),
      "lines": .integer(lines),
      "read": .integer(read),
      "accepted": .integer(accepted),
      "quarantined": .integer(quarantined),
      "duplicates": .integer(duplicates),
      "filtered": .integer(filtered),
      "rules": .object(rules.mapValues(JSONValue.integer)),
      "refused": refused.map(JSONValue.string) ?? .null,
    ]
  }

  init(_ fields: JSONFields, _ document: String) throws(DocumentFailure) {
    guard let kind = DumpKind(rawValue: try fields.text("kind")) else { throw .meaningless(document, field: "kind") }
    self.init(
      dump: try fields.text("dump"), kind: kind, sha256: try fields.text("sha256"), lines: try fields.integer("lines"),
      read: try fields.integer("read"), accepted: try fields.integer("accepted"),
      quarantined: try fields.integer("quarantined"), duplicates: try fields.integer("duplicates"),
      filtered: try fields.integer("filtered"), rules: try fields.integers("rules"),
      refused: try fields.optionalText("refused"))
  }
}
