/// Where the content of a column comes from.
package indirect enum AdapterValue: Hashable, Sendable {
  /// Always this text.
  case text(String)
  /// A field of the source, or a value with this name.
  case field(FieldName)
  /// The first of these that is not empty.
  case first([AdapterValue])
  /// All of these, one behind the other.
  case joined([AdapterValue], separator: String)
  /// The value of the first condition that holds, else the last.
  case choice([Choice], otherwise: AdapterValue)
  /// Something of the first element of an array that has certain contents.
  case pick(Pick)
  /// A fingerprint of these, for sources whose rows have no id.
  case hash([AdapterValue])
  /// A value that goes through steps, one after the other.
  case changed(AdapterValue, [ValueStep])

  /// A condition with what follows from it.
  package struct Choice: Hashable, Sendable {
    /// When.
    package var condition: AdapterCondition
    /// What.
    package var value: AdapterValue

    /// Creates a choice.
    package init(condition: AdapterCondition, value: AdapterValue) {
      self.condition = condition
      self.value = value
    }
  }

  /// What is taken of an element of an array.
  package struct Pick: Hashable, Sendable {
    /// The array.
    package var array: FieldName
    /// What the element must hold: a path in it, and one of some texts.
    package var conditions: [Condition]
    /// The path in the element to what is taken.
    package var path: [String]

    /// What an element must hold.
    package struct Condition: Hashable, Sendable {
      /// The path in the element.
      package var path: [String]
      /// What may stand there.
      package var texts: [String]

      /// Creates a condition.
      package init(path: [String], texts: [String]) {
        self.path = path
        self.texts = texts
      }
    }

    /// Creates a pick.
    package init(array: FieldName, conditions: [Condition], path: [String]) {
      self.array = array
      self.conditions = conditions
      self.path = path
    }
  }
}

/// The name of a field of the source, as an adapter writes it behind `$`.
package struct FieldName: Hashable, Sendable {
  /// The name without the mark.
  package var name: String
  /// Whether a header without it is right as well (`$~Tags`).
  package var isOptional: Bool

  /// Creates a name.
  package init(_ name: String, isOptional: Bool = false) {
    self.name = name
    self.isOptional = isOptional
  }

  /// The name as the keys of a path.
  package var keys: [String] { name.split(separator: ".").map(String.init) }
}
