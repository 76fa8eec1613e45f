import RequiteFormats

extension AdapterCompiler {
  /// Makes the instructions of a step on a register.
  mutating func compile(_ step: ValueStep, on register: Int) throws {
    switch step {
    case .text(let step): compile(step, on: register)
    case .emptyWhen(let texts): emit(.emptyWhen, a: register, b: set(texts), out: register)
    case .lookup(let name, let column, let isRequired):
      let use = lookup(in: name, take: column, isRequired: isRequired)
      emit(.lookup, a: register, b: use, out: register)
    case .root(let name, let parent):
      emit(.root, a: register, b: lookup(in: name, take: parent, isRequired: false), out: register)
    case .words(let words, let rest):
      program.maps.append(WordMap(words, rest: rest, constants: program.constants, field: field))
      emit(.words, a: register, b: program.maps.count - 1, out: register)
    case .time(let notations, let setting):
      program.clocks.append(Clock(notations, setting, zone: try zone(of: setting), field: field))
      emit(.time, a: register, b: program.clocks.count - 1, out: register)
    case .later(let value, let unit):
      let length = newRegister()
      try compile(value, into: length)
      emit(.later, a: register, b: length, out: register)
      // Not run itself: it carries the unit.
      emit(.constant, a: TimeUnit.allCases.firstIndex(of: unit) ?? 0, out: length)
    }
  }

  private func zone(of setting: ClockSetting) throws -> Zone? {
    guard let name = setting.zone else { return nil }
    guard let zone = Zone(named: name, folder: zoneFolder) else {
      throw Refusal(
        code: "zone", message: "the zone \(name) is not in the system's zone database (\(zoneFolder)); install tzdata")
    }
    return zone
  }

  private mutating func compile(_ step: TextStep, on register: Int) {
    let (operation, argument): (Instruction.Operation, Int) =
      switch step {
      case .trim: (.trim, 0)
      case .lower: (.lower, 0)
      case .upper: (.upper, 0)
      case .unguard: (.unguard, 0)
      case .unhtml: (.unhtml, 0)
      case .leadingInteger: (.leadingInteger, 0)
      case .trailingInteger: (.trailingInteger, 0)
      case .digits: (.digits, 0)
      case .decimalPoint: (.decimalPoint, 0)
      case .before(let text): (.before, program.constants.number(of: text))
      case .after(let text): (.after, program.constants.number(of: text))
      case .afterLast(let text): (.afterLast, program.constants.number(of: text))
      case .part(let number, let separator): (.part, part(number, separator))
      }
    emit(operation, a: register, b: argument, out: register)
  }

  private mutating func part(_ number: Int, _ separator: String) -> Int {
    program.parts.append(AdapterProgram.Part(number: number, separator: program.constants.text(separator)))
    return program.parts.count - 1
  }
}
