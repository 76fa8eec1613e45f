extension ConfigurationValue {
  /// A text, quoted or not; never empty.
  package func text() throws -> String {
    guard let text = scalarText else { throw failure(wanted: "a text") }
    guard !text.isEmpty else { throw failure("\(name) must not be empty") }
    return text
  }

  /// A whole number, written in decimal digits only.
  package func integer(in range: ClosedRange<Int64>) throws -> Int64 {
    let digits = plainText.map { $0.utf8.first == 0x2D ? $0.dropFirst() : $0[...] } ?? ""
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = plainText.flatMap({ Int64($0) })
    else { throw failure(wanted: "a whole number") }
    guard range.contains(number) else {
      let limits =
        range.upperBound == Int64.max
        ? "at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
      throw failure(wanted: limits)
    }
    return number
  }

  /// `true` or `false`.
  package func truth() throws -> Bool {
    switch plainText {
    case "true": return true
    case "false": return false
    default: throw failure(wanted: "true or false")
    }
  }

  /// A whole number of at least `least`.
  package func integer(atLeast least: Int64) throws -> Int64 {
    try integer(in: least...Int64.max)
  }

  /// A decimal number with at most `places` decimals.
  ///
  /// `limits` names the range in words.
  func decimal(places: Int = 6, _ limits: String, _ isAllowed: (FixedDecimal) -> Bool) throws -> FixedDecimal {
    guard let text = plainText, let number = FixedDecimal(text, places: places) else {
      throw failure(wanted: "a number with at most \(places) decimals, such as 0.25")
    }
    guard isAllowed(number) else { throw failure(wanted: limits) }
    return number
  }

  /// A moment with its zone.
  func time() throws -> UTCTime {
    guard let time = scalarText.flatMap({ UTCTime(rfc3339: $0) }) else {
      throw failure(wanted: "a time such as 2026-03-01T00:00:00Z")
    }
    return time
  }

  /// One of a few words.
  package func choice<Choice: CaseIterable & RawRepresentable<String>>(_: Choice.Type = Choice.self) throws -> Choice {
    guard let choice = scalarText.flatMap({ Choice(rawValue: $0) }) else {
      throw failure(wanted: "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return choice
  }

  /// A list of texts, each once.
  package func texts() throws -> [String] {
    var texts: [String] = []
    for element in try elements() {
      let text = try element.text()
      guard !texts.contains(text) else { throw element.failure("\(element.name) repeats an earlier one") }
      texts.append(text)
    }
    return texts
  }

  /// `nil` for null, else what `read` makes of the value.
  func optional<Value>(_ read: (ConfigurationValue) throws -> Value) throws -> Value? {
    isNull ? nil : try read(self)
  }
}
