import Foundation
import RequiteFormats

/// What `requite-diff --format json` prints, as a test reads it.
struct DiffDocument {
  /// Every number that changed, or that changed on the way.
  let numbers: [Number]
  /// The whole document.
  let json: JSONValue

  init(_ text: String) throws {
    json = try JSONValue(parsing: Array(text.utf8))
    numbers = (json["measures"]?.array ?? []).map(Number.init)
  }

  /// A number of the vendor as a whole, over the window.
  func number(_ metric: String) -> Number? {
    numbers.first { $0.text("metric") == metric && $0.text("dimension") == "all" && $0.text("period") == "window" }
  }

  /// The causes of all numbers.
  var causes: Set<String> { Set(numbers.flatMap { $0.steps.flatMap(\.parts).flatMap(\.causes) }) }

  /// One number.
  struct Number {
    let json: JSONValue

    /// What moved, step by step.
    var steps: [Step] { (json["steps"]?.array ?? []).map(Step.init) }

    func text(_ name: String) -> String? { json[name]?.string }

    /// For messages.
    var name: String {
      ["metric", "dimension", "level", "period"].compactMap(text).joined(separator: " ")
    }
  }

  /// One step of a number.
  struct Step {
    let json: JSONValue

    var coordinates: [String] { (json["coordinates"]?.array ?? []).compactMap(\.string) }
    var parts: [Part] { (json["causes"]?.array ?? []).map(Part.init) }
  }

  /// What one cause did in one step.
  struct Part {
    let json: JSONValue

    /// The cause: its word, or the key or stage; several where few rows stand behind each.
    var causes: [String] {
      if let detail = json["detail"]?.string { return [detail] }
      return json["causes"]?.array?.compactMap(\.string) ?? [json["cause"]?.string ?? ""]
    }

    var rows: Int64? { json["rows"]?.integer }

    /// What it did to numerator and denominator, where both are whole numbers of cases.
    var cases: Cases? { Cases(json["dn"], json["dw"]) }
  }

  /// A numerator and a denominator that count cases.
  struct Cases: Equatable {
    var numerator: Int128
    var denominator: Int128

    init?(_ numerator: JSONValue?, _ denominator: JSONValue?) {
      guard let above = Cases.whole(numerator), let below = Cases.whole(denominator) else { return nil }
      self.init(above, below)
    }

    init(_ numerator: Int128, _ denominator: Int128) {
      (self.numerator, self.denominator) = (numerator, denominator)
    }

    static func + (left: Cases, right: Cases) -> Cases {
      Cases(left.numerator + right.numerator, left.denominator + right.denominator)
    }

    private static func whole(_ value: JSONValue?) -> Int128? {
      guard let text = value?.number else { return nil }
      let parts = text.split(separator: ".")
      return parts.count == 1 || parts[1].allSatisfy { $0 == "0" } ? Int128(parts[0]) : nil
    }
  }
}

extension DiffDocument.Number {
  /// Whether what is displayed adds up: causes to steps, steps to the change.
  var displayedSumsHold: Bool {
    func shown(_ json: JSONValue?) -> Decimal? {
      let text = (json?["show"]?.string ?? "").replacing(" s", with: "").replacing("+", with: "")
      return Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
    }
    let changes = steps.map { shown($0.json["change"]) }
    guard let change = shown(json["change"]), !changes.contains(nil) else { return false }
    guard changes.reduce(0, { $0 + $1! }) == change else { return false }
    return zip(steps, changes).allSatisfy { step, change in
      let parts = step.parts.map { shown($0.json) }
      return !parts.contains(nil) && parts.reduce(0, { $0 + $1! }) == change
    }
  }

  /// The causes whose exact shares are not those of the midpoint formula; none where the number is no ratio of cases.
  ///
  /// Worked out here once more, by the formula as it is written down: φ = (2·W·W′·ΔN − (N·W′ + N′·W)·ΔW) / (W·W′·(W + W′)).
  func wrongShares(scale: Int128) -> [String] {
    guard var start = DiffDocument.Cases(json["a"]?["numerator"], json["a"]?["denominator"]) else { return [] }
    var wrong: [String] = []
    for step in steps {
      // Rows act together; settings and stages one after the other.
      let isOfRows = step.coordinates.allSatisfy { ["knowledge", "period"].contains($0) }
      for round in isOfRows ? [step.parts] : step.parts.map({ [$0] }) {
        guard round.allSatisfy({ $0.cases != nil }), step.coordinates.count == 1 else { return wrong }
        let end = round.reduce(start) { $0 + $1.cases! }
        wrong += round.filter { !$0.isShare(from: start, to: end, scale: scale) }.flatMap(\.causes)
        start = end
      }
    }
    if let last = DiffDocument.Cases(json["b"]?["numerator"], json["b"]?["denominator"]), last != start {
      wrong.append("the sum")
    }
    return wrong
  }
}

extension DiffDocument.Part {
  fileprivate func isShare(from old: DiffDocument.Cases, to new: DiffDocument.Cases, scale: Int128) -> Bool {
    guard let change = cases, let text = json["num"]?.number, let numerator = Int128(text),
      let denominator = json["den"]?.number.flatMap({ Int128($0) })
    else { return false }
    let product = old.denominator * new.denominator
    let share =
      2 * product * change.numerator
      - (old.numerator * new.denominator + new.numerator * old.denominator) * change.denominator
    return scale * share * denominator == numerator * product * (old.denominator + new.denominator)
  }
}
