import RequiteFormats

extension AdapterCompiler {
  /// Makes the instructions that work a value out.
  ///
  /// With `takesAny` a field may be an array or object too.
  mutating func compile(_ value: AdapterValue, into register: Int, takesAny: Bool = false) throws {
    switch value {
    case .text(let text): emit(.constant, a: program.constants.number(of: text), out: register)
    case .field(let name): try compile(name, into: register, takesAny: takesAny)
    case .first(let values):
      var jumps: [Int] = []
      for value in values {
        try compile(value, into: register, takesAny: takesAny)
        jumps.append(emit(.jumpIfPresent, a: register))
      }
      land(jumps)
    case .joined(let values, let separator): try join(values, separator, into: register)
    case .choice(let choices, let otherwise): try choose(choices, otherwise, into: register)
    case .pick(let pick): try compile(pick, into: register)
    case .hash(let values):
      let first = try compile(values)
      emit(.hash, a: first, b: values.count, out: register)
    case .changed(let value, let steps):
      try compile(value, into: register)
      for step in steps { try compile(step, on: register) }
    }
  }

  private mutating func compile(_ name: FieldName, into register: Int, takesAny: Bool) throws {
    if let value = adapter.values[name.name], !open.contains(name.name) {
      emit(.copy, a: try self.value(named: name.name, value), out: register)
    } else if let element, let first = name.keys.first, first == element.name {
      emit(.element, a: element.walk, b: path(Array(name.keys.dropFirst()), takesAny), out: register)
    } else {
      emit(.load, a: try names.place(of: name, takesAny: takesAny), out: register)
    }
  }

  /// The number of a path in the current element.
  private mutating func path(_ keys: [String], _ takesAny: Bool) -> Int {
    let path = JSONPath(keys, takesAny: takesAny)
    if let known = element?.paths.firstIndex(of: path) { return known }
    element?.paths.append(path)
    return (element?.paths.count ?? 1) - 1
  }

  /// Works values out into registers that follow each other; returns the first.
  private mutating func compile(_ values: [AdapterValue]) throws -> Int {
    let first = program.registers
    program.registers += values.count
    for (index, value) in values.enumerated() { try compile(value, into: first + index) }
    return first
  }

  private mutating func join(_ values: [AdapterValue], _ separator: String, into register: Int) throws {
    let first = try compile(values)
    let isConstant = values.map { if case .text = $0 { true } else { false } }
    program.joins.append(AdapterProgram.Join(isConstant: isConstant, separator: program.constants.text(separator)))
    emit(.join, a: program.joins.count - 1, b: first, out: register)
  }

  private mutating func choose(
    _ choices: [AdapterValue.Choice], _ otherwise: AdapterValue, into register: Int
  ) throws {
    var ends: [Int] = []
    for choice in choices {
      var jumps: [Int] = []
      try compile(choice.condition, ifFalse: &jumps)
      try compile(choice.value, into: register)
      ends.append(emit(.jump))
      land(jumps)
    }
    try compile(otherwise, into: register)
    land(ends)
  }

  private mutating func compile(_ pick: AdapterValue.Pick, into register: Int) throws {
    let array = newRegister()
    try compile(pick.array, into: array, takesAny: true)
    var paths = pick.conditions.map { JSONPath($0.path) }
    let taken = paths.firstIndex(of: JSONPath(pick.path)) ?? paths.count
    if taken == paths.count { paths.append(JSONPath(pick.path)) }
    let conditions = pick.conditions.map { $0.texts.map { program.constants.text($0) } }
    program.walks.append(ElementWalk(paths: paths, conditions: conditions, taken: taken))
    emit(.pick, a: program.walks.count - 1, b: array, out: register)
  }
}
