import RequiteCommand
import RequiteIngest

extension AdapterReader {
  /// Reads a condition; of several keys all must hold.
  func condition(_ value: ConfigurationValue) throws -> AdapterCondition {
    let conditions = try value.members().map { key, member in
      try key.hasPrefix("$") ? isOneOf(key, member) : condition(key, member, of: value)
    }
    return conditions.count == 1 ? conditions[0] : .all(conditions)
  }

  /// `$status: solved`, or one of a list; `null` for nothing there.
  private func isOneOf(_ key: String, _ value: ConfigurationValue) throws -> AdapterCondition {
    let field = AdapterValue.field(FieldName(conditionKey: try text.filled(key, value)))
    return value.isNull ? .not(.present(field)) : .isOneOf(field, try text.texts(value))
  }

  private func condition(
    _ key: String, _ value: ConfigurationValue, of parent: ConfigurationValue
  ) throws -> AdapterCondition {
    switch key {
    case "all": return .all(try value.elements().map(condition))
    case "any": return .any(try value.elements().map(condition))
    case "not": return .not(try condition(value))
    case "present": return .present(try self.value(value))
    case "missing": return .not(.present(try self.value(value)))
    case "same":
      let (left, right) = try pair(value)
      return .same(left, right)
    case "less":
      let (left, right) = try pair(value)
      return .less(left, right)
    case "like":
      return .all(
        try value.members().map { field, patterns in
          guard field.hasPrefix("$") else { throw patterns.failure(wanted: "a field, written with a $") }
          return .like(.field(FieldName(conditionKey: try text.filled(field, patterns))), try text.texts(patterns))
        })
    default: throw value.unknown(key, known: AdapterKeys.condition, in: parent)
    }
  }

  private func pair(_ value: ConfigurationValue) throws -> (AdapterValue, AdapterValue) {
    let elements = try value.elements()
    guard elements.count == 2 else { throw value.failure("\(value.name) must be two values") }
    return (try self.value(elements[0]), try self.value(elements[1]))
  }
}
