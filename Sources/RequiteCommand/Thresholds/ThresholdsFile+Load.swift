import RequiteFormats

extension ThresholdsFile {
  /// Reads the file at `path`.
  ///
  /// - Throws: 78 for a file that is missing, not YAML, or has an unknown key or name or a wrong value; the message names
  ///   the line and what was most likely meant. 77 or 74 when the file cannot be read.
  public init(contentsOf path: String, names: Names) throws {
    try self.init(
      ConfigurationValue(
        contentsOf: path, what: "file of thresholds", remedy: "Pass --thresholds FILE (make diff THRESHOLDS=FILE).",
        filling: ThresholdsFile.filling),
      names)
  }

  /// Reads thresholds from their text; failures name `file`.
  public init(yaml text: String, file: String, names: Names) throws {
    try self.init(
      ConfigurationValue(
        yaml: text, file: file, what: "file of thresholds", filling: ThresholdsFile.filling),
      names)
  }

  private static let filling = "Pipelines/thresholds.yaml explains it."

  private init(_ root: ConfigurationValue, _ names: Names) throws {
    self.init()
    for (key, value) in try root.members() {
      switch key {
      case "default": try readDefaults(value)
      case "rules": rules = try value.elements().map { try Rule($0, names) }
      default: throw value.unknown(key, known: ["default", "rules"], in: root)
      }
    }
  }

  private mutating func readDefaults(_ section: ConfigurationValue) throws {
    for (key, value) in try section.members() {
      switch key {
      case "abs": tolerance = try value.limit()
      case "restated_abs": restatedFlag = try value.limit()
      default: throw value.unknown(key, known: ["abs", "restated_abs"], in: section)
      }
    }
  }
}

extension ThresholdsFile.Rule {
  private static let keys = [
    "metric", "by", "min_n", "abs", "rel", "direction", "restated_abs", "movement", "movement_abs", "settled_days",
    "cause", "rows", "level",
  ]

  fileprivate init(_ rule: ConfigurationValue, _ names: ThresholdsFile.Names) throws {
    self.init(line: rule.line)
    var given: [String: ConfigurationValue] = [:]
    for (key, value) in try rule.members() {
      guard Self.keys.contains(key) else { throw value.unknown(key, known: Self.keys, in: rule) }
      given[key] = value
    }
    try readPlace(given, names)
    try readLimits(given)
    try readCause(given, names)
    isWarning = try given["level"]?.choice(LevelWord.self) == .warn
    try check(rule, given)
  }

  private mutating func readPlace(_ given: [String: ConfigurationValue], _ names: ThresholdsFile.Names) throws {
    metric = try given["metric"]?.metric(names)
    if let value = given["by"] {
      let name = try value.text()
      // Every number belongs to a vendor: a rule by vendor is one for whole vendors.
      dimension = name == "vendor" ? nil : try value.known(name, names.dimensions + ["vendor"], called: "dimension")
    }
    minimumN = try given["min_n"]?.integer(atLeast: 0) ?? 0
    onlyWorse = try given["direction"]?.choice(DirectionWord.self) == .worse
  }

  private mutating func readLimits(_ given: [String: ConfigurationValue]) throws {
    absolute = try given["abs"]?.limit()
    relative = try given["rel"]?.limit()
    restated = try given["restated_abs"]?.limit()
    movement = try given["movement_abs"]?.limit()
    movementWithinNoise = try given["movement"]?.choice(MovementWord.self) == .noise
    settledDays = try given["settled_days"]?.integer(in: 0...3660)
  }

  private mutating func readCause(_ given: [String: ConfigurationValue], _ names: ThresholdsFile.Names) throws {
    if let value = given["cause"] { cause = try value.known(try value.text(), names.causes, called: "cause") }
    rows = try given["rows"]?.integer(atLeast: 0)
  }

  /// A rule that can never trip is a slip.
  private func check(_ rule: ConfigurationValue, _ given: [String: ConfigurationValue]) throws {
    if cause != nil {
      if let other = Self.keys.first(where: { !["cause", "rows", "level"].contains($0) && given[$0] != nil }) {
        throw given[other]!.failure("\(rule.name).\(other) has no place beside cause, which counts facts, not numbers")
      }
      return
    }
    if let rows = given["rows"] { throw rows.failure("\(rule.name).rows needs a cause") }
    if let days = given["settled_days"], restated == nil {
      throw days.failure("\(rule.name).settled_days needs restated_abs")
    }
    let limits = [absolute, relative, restated, movement].compactMap { $0 }
    guard !limits.isEmpty || movementWithinNoise else {
      throw rule.failure(
        "\(rule.name) limits nothing", remedy: "Give it one of abs, rel, restated_abs, movement, movement_abs, cause.")
    }
  }
}

private enum LevelWord: String, CaseIterable {
  case fail
  case warn
}

private enum DirectionWord: String, CaseIterable {
  case worse
  case any
}

private enum MovementWord: String, CaseIterable {
  case noise
}

extension ConfigurationValue {
  /// A limit: a decimal that is not negative.
  fileprivate func limit() throws -> ThresholdsFile.Limit {
    let value = try decimal(places: 9, "at least 0") { $0 >= FixedDecimal(millionths: 0) }
    return ThresholdsFile.Limit(text: plainText ?? value.description, value: value)
  }

  /// A metric, or a pattern that at least one matches.
  fileprivate func metric(_ names: ThresholdsFile.Names) throws -> String {
    let text = try text()
    guard text.contains("*") else { return try known(text, names.metrics, called: "metric") }
    guard names.hasMetric(text) else { throw failure("no metric matches \(text.escapedForMessages)") }
    return text
  }

  /// A name that must be among the known ones.
  fileprivate func known(_ name: String, _ known: [String], called kind: String) throws -> String {
    guard !known.contains(name) else { return name }
    let nearest = NearestKey.of(name, among: known)
    throw failure(
      "\(name.escapedForMessages) is not a known \(kind)", remedy: nearest.map { "Did you mean \($0)?" })
  }
}
