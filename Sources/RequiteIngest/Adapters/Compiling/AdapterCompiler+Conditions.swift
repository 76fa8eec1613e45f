import RequiteFormats

extension AdapterCompiler {
  /// Makes the instructions that go on if a condition holds; where it does not, jumps are added to `jumps`.
  mutating func compile(_ condition: AdapterCondition, ifFalse jumps: inout [Int]) throws {
    switch condition {
    case .all(let conditions):
      for condition in conditions { try compile(condition, ifFalse: &jumps) }
    case .any(let conditions): try compileAny(conditions, ifFalse: &jumps)
    case .not(let condition):
      var inner: [Int] = []
      try compile(condition, ifFalse: &inner)
      jumps.append(emit(.jump))
      land(inner)
    case .isOneOf(let value, let texts):
      let register = try register(of: value)
      jumps.append(emit(.jumpUnlessOneOf, a: register, b: set(texts)))
    case .same(let left, let right):
      let (left, right) = (try register(of: left), try register(of: right))
      jumps.append(emit(.jumpUnlessSame, a: left, b: right))
    case .less(let left, let right):
      let (left, right) = (try register(of: left), try register(of: right))
      jumps.append(emit(.jumpUnlessLess, a: left, b: right))
    case .present(let value):
      jumps.append(emit(.jumpUnlessPresent, a: try register(of: value, takesAny: true)))
    case .like(let value, let patterns):
      program.patterns.append(patterns.map(LikePattern.init))
      let number = program.patterns.count - 1
      jumps.append(emit(.jumpUnlessLike, a: try register(of: value), b: number))
    }
  }

  private mutating func compileAny(_ conditions: [AdapterCondition], ifFalse jumps: inout [Int]) throws {
    var ends: [Int] = []
    for (index, condition) in conditions.enumerated() {
      guard index < conditions.count - 1 else {
        try compile(condition, ifFalse: &jumps)
        break
      }
      var inner: [Int] = []
      try compile(condition, ifFalse: &inner)
      ends.append(emit(.jump))
      land(inner)
    }
    if conditions.isEmpty { jumps.append(emit(.jump)) }
    land(ends)
  }

  private mutating func register(of value: AdapterValue, takesAny: Bool = false) throws -> Int {
    let register = newRegister()
    try compile(value, into: register, takesAny: takesAny)
    return register
  }
}
