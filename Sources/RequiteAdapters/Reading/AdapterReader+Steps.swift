import RequiteCommand
import RequiteIngest

extension AdapterReader {
  /// Reads the steps of a value, in the order in which they are done: `empty_when`, `then`, `lookup`, `root`, `map`,
  /// `time`, `add`.
  func steps(_ members: [String: ConfigurationValue]) throws -> [ValueStep] {
    var steps: [ValueStep] = []
    if let texts = members["empty_when"] { steps.append(.emptyWhen(try text.texts(texts))) }
    if let list = members["then"] { steps += try list.elements().map { .text(try textStep($0)) } }
    if let value = members["lookup"] { steps.append(try lookupStep(value)) }
    if let value = members["root"] { steps.append(try rootStep(value)) }
    if let value = members["map"] { steps.append(try words(value)) }
    if let value = members["time"] { steps.append(try time(value)) }
    if let value = members["add"] {
      let parts = try value.members(among: AdapterKeys.add)
      steps.append(
        .later(
          try self.value(value.required("value", of: parts)), try value.required("unit", of: parts).choice()))
    }
    return steps
  }

  private func textStep(_ value: ConfigurationValue) throws -> TextStep {
    guard value.isMapping else {
      let word = try value.text()
      if let known = TextStep.plain.first(where: { $0.word == word }) { return known.step }
      throw value.unknown(word, known: TextStep.plain.map(\.word) + AdapterKeys.steps, in: value)
    }
    let members = try value.members(among: AdapterKeys.steps)
    if let number = members["part"], members.count == 2 {
      return .part(Int(try number.integer(in: 1...100)), of: try text.name(value.required("of", of: members)))
    }
    guard members.count == 1, let (key, argument) = members.first else {
      throw value.failure("\(value.name) must be one step, as in {before: \"-\"} or {part: 2, of: \";\"}")
    }
    switch key {
    case "before": return .before(try text.name(argument))
    case "after": return .after(try text.name(argument))
    case "after_last": return .afterLast(try text.name(argument))
    default: throw value.failure("\(value.name): part and of go together, as in {part: 2, of: \";\"}")
    }
  }

  private func lookupStep(_ value: ConfigurationValue) throws -> ValueStep {
    let parts = try value.members(among: AdapterKeys.lookupStep)
    return .lookup(
      in: try sideFile(value.required("in", of: parts)), take: try text.name(value.required("take", of: parts)),
      isRequired: try parts["required"]?.truth() ?? false)
  }

  private func rootStep(_ value: ConfigurationValue) throws -> ValueStep {
    let parts = try value.members(among: AdapterKeys.rootStep)
    return .root(
      in: try sideFile(value.required("in", of: parts)), parent: try text.name(value.required("parent", of: parts)))
  }

  private func sideFile(_ value: ConfigurationValue) throws -> String {
    let name = try value.text()
    guard lookups.contains(name) else {
      let nearest = NearestKey.of(name, among: lookups)
      throw value.failure(
        "\(value.name): \(name) is not one of the side files under lookups",
        remedy: nearest.map { "Did you mean \($0)?" })
    }
    return name
  }

  /// Reads a map of words; `"*"` says what becomes of all others, and `"*": "*"` keeps them.
  private func words(_ value: ConfigurationValue) throws -> ValueStep {
    var words: [String: String] = [:]
    var rest = ValueStep.Rest.breach
    for (key, member) in try value.members() {
      let meaning = try text.text(member)
      if key == "*" {
        rest = meaning == "*" ? .same : .text(meaning)
      } else {
        words[try text.filled(key, value)] = meaning
      }
    }
    return .words(words, rest: rest)
  }

  private func time(_ value: ConfigurationValue) throws -> ValueStep {
    guard value.isMapping else { return .time(try notations(value), try checked(clock, value)) }
    let parts = try value.members(among: AdapterKeys.time)
    var clock = clock
    if let zone = parts["zone"] { clock.zone = try text.name(zone) }
    if let gap = parts["gap"] { clock.gap = try gap.choice() }
    if let fold = parts["fold"] { clock.fold = try fold.choice() }
    return .time(try notations(value.required("as", of: parts)), try checked(clock, value))
  }

  /// A pattern that states no zone needs one from elsewhere: it is never guessed.
  private func checked(_ clock: ClockSetting, _ value: ConfigurationValue) throws -> ClockSetting {
    guard clock.zone == nil else { return clock }
    let source = value.isMapping ? try value.required("as", of: value.members(among: AdapterKeys.time)) : value
    for notation in try notations(source) {
      if case .epoch = notation { continue }
      if case .pattern(let pattern) = notation, pattern.hasZone || pattern == .iso { continue }
      throw value.failure(
        "\(value.name): these times state no zone", remedy: "Give the adapter a zone, such as Europe/Berlin or UTC.")
    }
    return clock
  }

  private func notations(_ value: ConfigurationValue) throws -> [TimeNotation] {
    try text.texts(value).map { word in
      switch word {
      case "iso": return .pattern(.iso)
      case "epoch": return .epoch
      case "spreadsheet": return .spreadsheet
      default:
        guard let pattern = TimePattern(word) else {
          throw value.failure(
            wanted: "iso, epoch, spreadsheet or a pattern such as yyyy-MM-dd HH:mm:ss")
        }
        return .pattern(pattern)
      }
    }
  }
}
