import RequiteFormats
import RequiteModel

extension FactAccount {
  /// The account as it stands in manifests.
  var json: JSONValue {
    .object([
      "kind": .string(kind.rawValue), "accepted": .integer(accepted), "repeated": .integer(repeated),
      "erased": .integer(erased), "standing": .integer(standing),
    ])
  }

  init(_ fields: JSONFields, _ document: String) throws(DocumentFailure) {
    guard let kind = DumpKind(rawValue: try fields.text("kind")) else { throw .meaningless(document, field: "kind") }
    self.init(
      kind: kind, accepted: try fields.integer("accepted"), repeated: try fields.integer("repeated"),
      erased: try fields.integer("erased"))
  }
}
