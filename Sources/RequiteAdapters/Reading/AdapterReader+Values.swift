import RequiteCommand
import RequiteIngest

extension AdapterReader {
  /// Reads where the content of a column comes from.
  func value(_ value: ConfigurationValue) throws -> AdapterValue {
    if value.isList { return .first(try value.elements().map(self.value)) }
    guard value.isMapping else {
      let text = try text.text(value)
      return text.hasPrefix("$") ? .field(FieldName(marked: text)) : .text(text)
    }
    let members = try value.members(among: AdapterKeys.value)
    let base = try self.base(value, members)
    let steps = try self.steps(members)
    let result = steps.isEmpty ? base : .changed(base, steps)
    guard let otherwise = members["otherwise"] else { return result }
    return .first([result, try self.value(otherwise)])
  }

  /// Reads the name of a field, `$via.channel`.
  func fieldName(_ value: ConfigurationValue) throws -> FieldName {
    let text = try text.name(value)
    guard text.hasPrefix("$") else { throw value.failure(wanted: "a field, written with a $") }
    return FieldName(marked: text)
  }

  /// Reads what the steps begin with: exactly one of a few keys says it.
  private func base(_ value: ConfigurationValue, _ members: [String: ConfigurationValue]) throws -> AdapterValue {
    let bases = ["from", "join", "choose", "pick", "hash"]
    let found = bases.filter { members[$0] != nil }
    guard found.count == 1, let member = members[found[0]] else {
      throw value.failure("\(value.name) needs one of \(bases.joined(separator: ", "))")
    }
    if let with = members["with"], found[0] != "join" { throw with.failure("\(with.name) goes with join") }
    switch found[0] {
    case "join":
      return .joined(try member.elements().map(self.value), separator: try members["with"].map(text.text) ?? "")
    case "choose": return .choice(try member.elements().map(choice), otherwise: .text(""))
    case "pick": return .pick(try pick(member))
    case "hash": return .hash(try member.elements().map(self.value))
    default: return try self.value(member)
    }
  }

  private func choice(_ value: ConfigurationValue) throws -> AdapterValue.Choice {
    let parts = try value.members(among: AdapterKeys.choice)
    let condition = try parts["when"].map(condition) ?? .all([])
    return AdapterValue.Choice(condition: condition, value: try self.value(value.required("value", of: parts)))
  }

  private func pick(_ value: ConfigurationValue) throws -> AdapterValue.Pick {
    let parts = try value.members(among: AdapterKeys.pick)
    let conditions = try value.required("where", of: parts).members().map { path, texts in
      AdapterValue.Pick.Condition(path: FieldName(path).keys, texts: try text.texts(texts))
    }
    return AdapterValue.Pick(
      array: try fieldName(value.required("in", of: parts)), conditions: conditions,
      path: FieldName(try text.name(value.required("take", of: parts))).keys)
  }
}

extension FieldName {
  /// Reads `$name`, or `$~name` for a column that may be missing.
  fileprivate init(marked text: String) {
    let isOptional = text.hasPrefix("$~")
    self.init(String(text.dropFirst(isOptional ? 2 : 1)), isOptional: isOptional)
  }

  /// Reads the `$name` of a condition.
  init(conditionKey text: String) {
    self.init(marked: text)
  }
}
