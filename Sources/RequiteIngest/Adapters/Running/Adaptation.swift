import RequiteFormats

/// An adapter at work on one dump: canonical rows out of rows of the source.
///
/// What it makes lies in memory that is used again for the next row of the source; a row costs no allocation.
final class Adaptation {
  /// What becomes of a row of the source, or of a part of it.
  enum Outcome {
    /// A canonical row.
    case row(Row)
    /// A canonical row that breaks a rule before it is one.
    case breach(Breach)
    /// The row is left out, by this rule.
    case left(String)
    /// Nothing more.
    case end
  }

  let program: AdapterProgram
  let arena = ByteArena()
  let registers: AssembledRow
  private let instructions: UnsafeMutableBufferPointer<Instruction>
  private let known: UnsafeMutableBufferPointer<Bool>
  private var counter = 0
  /// Where to go on after a breach.
  private var recovery = 0
  /// Whether anything was made of the row of the source.
  private var hasOutcome = false

  init(_ program: AdapterProgram) {
    self.program = program
    registers = AssembledRow(fields: program.registers)
    instructions = .allocate(capacity: program.instructions.count)
    _ = instructions.initialize(fromContentsOf: program.instructions)
    known = .allocate(capacity: program.values + 1)
    known.initialize(repeating: false)
  }

  deinit {
    instructions.deallocate()
    known.deallocate()
  }

  /// Takes a sound row of the source; `next` then gives what becomes of it, piece by piece.
  func begin() {
    counter = 0
    recovery = instructions.count - 1
    hasOutcome = false
    arena.reset()
    known.update(repeating: false)
  }

  /// The next thing that becomes of `row`, which must be the one given last.
  func next(_ row: Row) -> Outcome {
    do throws(Breach) {
      return try run(row)
    } catch {
      counter = recovery
      hasOutcome = true
      return .breach(error)
    }
  }

  private func run(_ row: Row) throws(Breach) -> Outcome {
    while true {
      let step = instructions[counter]
      counter += 1
      switch step.operation {
      case .load: registers[Int(step.out)] = row.field(Int(step.a))
      case .element: registers[Int(step.out)] = program.walks[Int(step.a)].field(Int(step.b))
      case .constant: registers[Int(step.out)] = program.constants.texts[Int(step.a)]
      case .copy: registers[Int(step.out)] = registers[Int(step.a)]
      case .jump: counter = Int(step.out)
      case .jumpIfPresent, .jumpUnlessOneOf, .jumpUnlessSame, .jumpUnlessLess, .jumpUnlessPresent, .jumpUnlessLike:
        if jumps(step) { counter = Int(step.out) }
      case .jumpIfKnown: if known[Int(step.a)] { counter = Int(step.out) }
      case .know: known[Int(step.a)] = true
      case .begin: beginRow(step)
      case .eachBegin: program.walks[Int(step.a)].begin(registers[Int(step.b)])
      case .eachNext: if !program.walks[Int(step.a)].next() { counter = Int(step.out) }
      case .emit:
        hasOutcome = true
        return .row(registers.standing(at: row))
      case .skip: return leave("adapter.skip")
      case .reject:
        counter = instructions.count - 1
        throw Breach(rule: "adapter.reject", field: "")
      case .end: return end()
      default: try change(step)
      }
    }
  }

  private func beginRow(_ step: Instruction) {
    recovery = Int(step.out)
    for field in 0..<program.fields { registers[field] = program.constants.texts[0] }
    if step.a == 1 { known.update(repeating: false) }
  }

  /// Leaves the rest of the row of the source out.
  private func leave(_ rule: String) -> Outcome {
    counter = instructions.count - 1
    hasOutcome = true
    return .left(rule)
  }

  private func end() -> Outcome {
    counter = instructions.count - 1
    if hasOutcome { return .end }
    hasOutcome = true
    return .left("adapter.nothing")
  }

  /// Whether a jump that depends on a value is taken.
  private func jumps(_ step: Instruction) -> Bool {
    let value = registers[Int(step.a)]
    switch step.operation {
    case .jumpIfPresent: return !value.isEmpty
    case .jumpUnlessPresent: return value.isEmpty
    case .jumpUnlessOneOf: return !isOneOf(value, Int(step.b))
    case .jumpUnlessSame: return !(value == registers[Int(step.b)])
    case .jumpUnlessLike: return !program.patterns[Int(step.b)].contains { $0.matches(value.raw) }
    case .jumpUnlessLess:
      guard let left = DecimalRule.parse(value.raw), let right = DecimalRule.parse(registers[Int(step.b)].raw) else {
        return true
      }
      return left >= right
    default: return true
    }
  }

  func isOneOf(_ value: Bytes, _ set: Int) -> Bool {
    for text in program.sets[set] where text == value { return true }
    return false
  }

  /// The unit of a length of time, which the instruction behind the one at work carries.
  func unit() -> TimeUnit {
    defer { counter += 1 }
    return TimeUnit.allCases[Int(instructions[counter].a)]
  }
}
