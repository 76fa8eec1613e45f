import Foundation
import RequiteCommand

/// As much of JSON Schema as `Pipelines/adapters/schema.json` uses, over YAML as the reader of adapters sees it.
struct SchemaCheck {
  private let root: [String: Any]

  init(_ root: [String: Any]) {
    self.root = root
  }

  /// What is wrong with a file; none if it keeps to the schema.
  func faults(of value: ConfigurationValue) -> [String] {
    faults(of: value, root)
  }

  private func faults(of value: ConfigurationValue, _ schema: [String: Any]) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else { return ["no \(reference)"] }
      return faults(of: value, target)
    }
    if let options = schema["anyOf"] as? [[String: Any]] {
      let results = options.map { faults(of: value, $0) }
      return results.contains { $0.isEmpty } ? [] : results.flatMap { $0 }
    }
    if let words = schema["enum"] as? [String] {
      return words.contains(value.scalarText ?? "") ? [] : ["\(value.name): none of \(words)"]
    }
    if let word = schema["const"] as? String { return value.scalarText == word ? [] : ["\(value.name): not \(word)"] }
    switch schema["type"] {
    case let type as String where type == "object": return objectFaults(of: value, schema)
    case let type as String where type == "array":
      guard let elements = try? value.elements() else { return ["\(value.name): no list"] }
      let items = schema["items"] as? [String: Any] ?? [:]
      return elements.flatMap { faults(of: $0, items) }
    default: return value.isMapping || value.isList ? ["\(value.name): no scalar"] : []
    }
  }

  private func objectFaults(of value: ConfigurationValue, _ schema: [String: Any]) -> [String] {
    guard let members = try? value.members() else { return ["\(value.name): no mapping"] }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    var found: [String] = []
    for (key, member) in members {
      if let property = properties[key] {
        found += faults(of: member, property)
      } else if key.hasPrefix("$"), let field = (schema["patternProperties"] as? [String: [String: Any]])?["^\\$"] {
        found += faults(of: member, field)
      } else if let other = schema["additionalProperties"] as? [String: Any] {
        found += faults(of: member, other)
      } else {
        found.append("\(member.name): not in the schema")
      }
    }
    let required = schema["required"] as? [String] ?? []
    return found + required.filter { key in !members.contains { $0.key == key } }.map { "\(value.name): no \($0)" }
  }
}
