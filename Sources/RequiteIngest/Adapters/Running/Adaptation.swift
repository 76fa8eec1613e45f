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

  /// Where things stand in the row of the source.
  private struct State {
    /// The next instruction.
    var counter = 0
    /// Where to go on after a breach.
    var recovery = 0
    /// Whether anything was made of the row yet.
    var hasOutcome = false
  }

  let program: AdapterProgram
  let arena = ByteArena()
  private let assembled: AssembledRow
  /// The registers, the fields of the canonical row first.
  let registers: PinnedSlots<Bytes>
  /// The tables of the program, where reaching them costs no counting of references.
  let tables: AdaptationTables
  private let known: PinnedArray<Bool>
  private let state = PinnedValue(State())

  init(_ program: AdapterProgram) {
    self.program = program
    assembled = AssembledRow(fields: program.registers)
    registers = assembled.fields
    known = PinnedArray(repeating: false, count: program.values)
    tables = AdaptationTables(program)
  }

  /// The texts of the adapter, the empty one first.
  var constants: PinnedSlots<Bytes> { tables.constants.slots }

  /// Takes a sound row of the source; `next` then gives what becomes of it, piece by piece.
  func begin() {
    state.value = State(counter: 0, recovery: tables.instructions.count - 1, hasOutcome: false)
    arena.reset()
    known.slots.fill(with: false)
  }

  /// The next thing that becomes of `row`, which must be the one given last.
  func next(_ row: Row) -> Outcome {
    do throws(Breach) {
      return try run(row)
    } catch {
      state.value.counter = state.value.recovery
      state.value.hasOutcome = true
      return .breach(error)
    }
  }

  private func run(_ row: Row) throws(Breach) -> Outcome {
    let (instructions, registers, constants) = (tables.instructions.slots, self.registers, self.constants)
    var counter = state.value.counter
    defer { state.value.counter = counter }
    while true {
      let step = instructions[counter]
      counter += 1
      switch step.operation {
      case .load: registers[Int(step.out)] = row.field(Int(step.a))
      case .element: registers[Int(step.out)] = program.walks[Int(step.a)].field(Int(step.b))
      case .constant: registers[Int(step.out)] = constants[Int(step.a)]
      case .copy: registers[Int(step.out)] = registers[Int(step.a)]
      case .words:
        switch tables.maps[Int(step.b)].meaning(of: registers[Int(step.a)]) {
        case _ where registers[Int(step.a)].isEmpty, .same: registers[Int(step.out)] = registers[Int(step.a)]
        case .word(let meaning): registers[Int(step.out)] = constants[meaning]
        case .none: throw Breach(rule: "adapter.unmapped", field: program.maps[Int(step.b)].field)
        }
      case .jumpUnlessOneOf: if !isOneOf(registers[Int(step.a)], Int(step.b)) { counter = Int(step.out) }
      case .jump: counter = Int(step.out)
      case .jumpIfPresent, .jumpUnlessSame, .jumpUnlessLess, .jumpUnlessPresent, .jumpUnlessLike:
        if jumps(step) { counter = Int(step.out) }
      case .jumpIfKnown: if known[Int(step.a)] { counter = Int(step.out) }
      case .know: known[Int(step.a)] = true
      case .begin: beginRow(step)
      case .eachBegin: program.walks[Int(step.a)].begin(registers[Int(step.b)])
      case .eachNext: if !program.walks[Int(step.a)].next() { counter = Int(step.out) }
      case .emit:
        state.value.hasOutcome = true
        return .row(assembled.standing(at: row))
      case .skip:
        counter = instructions.count - 1
        return leave("adapter.skip")
      case .reject: throw Breach(rule: "adapter.reject", field: "")
      case .later:
        try addTime(step, unit: TimeUnit.allCases[Int(instructions[counter].a)])
        counter += 1
      case .end:
        counter -= 1
        return state.value.hasOutcome ? .end : leave("adapter.nothing")
      default: try change(step)
      }
    }
  }

  private func beginRow(_ step: Instruction) {
    state.value.recovery = Int(step.out)
    registers.fill(first: program.fields, with: constants[0])
    if step.a == 1 { known.slots.fill(with: false) }
  }

  /// Leaves the rest of the row of the source out.
  private func leave(_ rule: String) -> Outcome {
    state.value.hasOutcome = true
    return .left(rule)
  }

  /// Whether a jump that depends on a value is taken.
  private func jumps(_ step: Instruction) -> Bool {
    let value = registers[Int(step.a)]
    switch step.operation {
    case .jumpIfPresent: return !value.isEmpty
    case .jumpUnlessPresent: return value.isEmpty
    case .jumpUnlessSame: return !(value == registers[Int(step.b)])
    case .jumpUnlessLike: return !program.patterns[Int(step.b)].contains { $0.matches(value) }
    case .jumpUnlessLess:
      guard let left = DecimalRule.parse(value), let right = DecimalRule.parse(registers[Int(step.b)]) else {
        return true
      }
      return left >= right
    default: return true
    }
  }

  @inline(__always)
  func isOneOf(_ value: Bytes, _ set: Int) -> Bool {
    let set = tables.sets[set]
    for index in 0..<set.count where constants[set.first + index] == value { return true }
    return false
  }
}
