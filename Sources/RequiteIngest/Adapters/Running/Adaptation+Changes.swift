import RequiteFormats
import RequiteModel

extension Adaptation {
  /// Runs an instruction that works a value out of others.
  func change(_ step: Instruction) throws(Breach) {
    let value = registers[Int(step.a)]
    switch step.operation {
    case .join: registers[Int(step.out)] = join(program.joins[Int(step.a)], from: Int(step.b))
    case .hash: registers[Int(step.out)] = fingerprint(from: Int(step.a), count: Int(step.b))
    case .pick: registers[Int(step.out)] = pick(step)
    case .emptyWhen: if isOneOf(value, Int(step.b)) { registers[Int(step.out)] = constants[0] }
    case .lookup: registers[Int(step.out)] = try look(up: value, Int(step.b))
    case .root: registers[Int(step.out)] = root(of: value, tables.lookups[Int(step.b)])
    case .time: if !value.isEmpty { registers[Int(step.out)] = try time(value, Int(step.b)) }
    default: if !value.isEmpty { registers[Int(step.out)] = changed(value, step) }
    }
  }

  private func join(_ join: AdapterProgram.Join, from first: Int) -> Bytes {
    var length = 0
    var hasField = join.isConstant.allSatisfy { $0 }
    for index in join.isConstant.indices {
      let part = registers[first + index]
      length += part.count + join.separator.count
      if !join.isConstant[index] && !part.isEmpty { hasField = true }
    }
    // Nothing but texts of the adapter is no value: an id made of a suffix would be everybody's.
    guard hasField else { return constants[0] }
    return arena.make(atMost: length) { target in
      for index in join.isConstant.indices where !registers[first + index].isEmpty {
        if target.count > 0 { target.append(copying: join.separator) }
        target.append(copying: registers[first + index])
      }
    }
  }

  /// 32 hexadecimal digits; the same values give the same.
  private func fingerprint(from first: Int, count: Int) -> Bytes {
    var hash = Hash128.start
    for register in first..<first + count { hash = Hash128(registers[register], seed: hash) }
    return arena.make(atMost: 32) { target in
      for index in 0..<32 {
        let word = index < 16 ? hash.high : hash.low
        let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - index % 16 * 4)) & 15
        target.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }

  private func pick(_ step: Instruction) -> Bytes {
    guard let found = program.walks[Int(step.a)].pick(from: registers[Int(step.b)]) else {
      return constants[0]
    }
    return arena.make(copying: found)
  }

  private func look(up value: Bytes, _ number: Int) throws(Breach) -> Bytes {
    let use = tables.lookups[number]
    guard let row = use.table.find(value) else {
      let use = program.lookups[number]
      if use.isRequired && !value.isEmpty { throw Breach(rule: "adapter.lookup", field: use.field) }
      return constants[0]
    }
    return use.table.content(row, use.column)
  }

  /// Follows a chain to its beginning; a ring of rows ends after as many steps as no honest chain has.
  private func root(of value: Bytes, _ use: AdaptationTables.LookupUse) -> Bytes {
    var root = value
    for _ in 0..<10_000 {
      guard let row = use.table.find(root) else { return root }
      let parent = use.table.content(row, use.column)
      if parent.isEmpty { return root }
      root = parent
    }
    return root
  }
}

// MARK: - Times

extension Adaptation {
  private func time(_ value: Bytes, _ number: Int) throws(Breach) -> Bytes {
    guard let seconds = tables.clocks.withObject(number, { $0.seconds(value) }) else {
      throw Breach(rule: "adapter.time", field: program.clocks[number].field)
    }
    return digits(seconds)
  }

  /// A time with a length of time added; without the one or the other there is none.
  func addTime(_ step: Instruction, unit: TimeUnit) throws(Breach) {
    let (value, length, out) = (registers[Int(step.a)], registers[Int(step.b)], Int(step.out))
    guard !value.isEmpty, !length.isEmpty else {
      registers[out] = constants[0]
      return
    }
    guard let start = WholeNumberRule.parse(value), let seconds = unit.seconds(length) else {
      throw Breach(rule: "adapter.length", field: "")
    }
    registers[out] = digits(start + seconds)
  }

  private func digits(_ number: Int64) -> Bytes {
    // Times from September 2001 to November 2286.
    if number >= 1_000_000_000 && number < 10_000_000_000 {
      return arena.make(atMost: 10) { $0.append(tenDigits: number) }
    }
    return String(number).withField { arena.make(copying: $0) }
  }
}

extension TimeUnit {
  /// A length of time in whole seconds; `nil` for what is none.
  fileprivate func seconds(_ bytes: Bytes) -> Int64? {
    guard self != .clock else { return TimeUnit.clockSeconds(bytes) }
    guard let millionths = DecimalRule.parse(bytes), abs(millionths) < 1_000_000_000_000_000 else { return nil }
    switch self {
    case .milliseconds: return millionths / 1_000_000_000
    case .seconds: return millionths / 1_000_000
    case .minutes: return millionths * 60 / 1_000_000
    case .hours: return millionths * 3600 / 1_000_000
    case .days, .clock: return millionths / 1_000_000 * 86_400
    }
  }

  /// `08:05:00`, also with a minus sign.
  private static func clockSeconds(_ bytes: Bytes) -> Int64? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let parts = bytes.dropFirst(isNegative ? 1 : 0).split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var seconds: Int64 = 0
    for part in parts {
      guard let number = WholeNumberRule.parse(bytes.part(part.startIndex..<part.endIndex)), number >= 0,
        number < 1_000_000
      else { return nil }
      seconds = seconds * 60 + number
    }
    return isNegative ? -seconds : seconds
  }
}

extension OutputSpan<UInt8> {
  /// Adds a number of ten digits.
  fileprivate mutating func append(tenDigits number: Int64) {
    let first = number / 100_000_000
    append(0x30 + UInt8(truncatingIfNeeded: first / 10))
    append(0x30 + UInt8(truncatingIfNeeded: first % 10))
    append(littleEndian: EightDigits.text(of: number % 100_000_000))
  }
}
