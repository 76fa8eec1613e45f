import RequiteModel

extension Report {
  /// What happened to loyalty since the version before; `nil` where nobody knows, or no number stands in both.
  var movementPhrase: Phrase? { MovementSentence(of: self)?.phrase }
}

/// What happened since the version before, as the first thing a reader learns.
///
/// What customers did is called a rise or a fall only where chance does not explain it. A correction of earlier nights
/// and another way of counting are never called a movement of loyalty.
struct MovementSentence {
  /// What one number did, as far as it may be said aloud.
  private enum Course {
    /// It reads as before.
    case same
    /// It moved by less than chance does.
    case withinNoise
    /// Nobody knows what chance does, and it moved by less than its own interval reaches.
    case insideInterval
    /// It is to be told.
    case told
  }

  private let movement: VersionDiff
  /// The leading number of every vendor that shows it in both versions, the largest change first.
  private let entries: [VersionDiff.Entry]
  private let isOfOne: Bool
  /// `since 30 March`, or `since the version before`.
  private let since: String
  /// `as on 30 March`, or `as before`.
  private let likeThen: String

  init?(of report: Report) {
    guard let movement = report.movement, let previous = report.previous else { return nil }
    let choices = ["loyalty.nps", "reciprocity.index"].lazy.map { MovementSentence.entries(of: movement, $0) }
    guard let entries = choices.first(where: { !$0.isEmpty }) else { return nil }
    self.movement = movement
    self.entries = entries
    isOfOne = report.vendors.count == 1
    let (then, now) = (DayText(version: previous.version), DayText(version: report.version))
    let day = then.flatMap { $0 == now ? nil : $0.text(beside: now) }
    since = "since \(day ?? "the version before")"
    likeThen = day.map { "as on \($0)" } ?? "as before"
  }

  var phrase: Phrase {
    let told = entries.filter { course(of: $0) == .told }
    guard let first = told.first else { return quiet }
    let others = told.count - 1
    return others == 0
      ? sentence(first)
      : sentence(first) + "; \(Wording.counted(others, "other vendor", "other vendors")) moved too"
  }

  // MARK: Numbers

  /// Entries of whole vendors over the window with a number on both sides.
  private static func entries(of movement: VersionDiff, _ metric: String) -> [VersionDiff.Entry] {
    let found = movement.entries.filter { entry in
      let key = entry.key
      return key.metric == metric && key.dimension == "all" && key.period == "window" && change(of: entry) != nil
    }
    return found.indices.sorted { left, right in
      (-change(of: found[left])!.magnitude, left) < (-change(of: found[right])!.magnitude, right)
    }.map { found[$0] }
  }

  /// From the number before to the one now; `nil` without either.
  static func change(of entry: VersionDiff.Entry) -> Double? {
    guard let before = entry.numbers.before?.estimate, let after = entry.numbers.after?.estimate else { return nil }
    return after - before
  }

  private func course(of entry: VersionDiff.Entry) -> Course {
    let change = MovementSentence.change(of: entry)!
    if isCounting(entry) || correction(in: entry) != nil { return .told }
    if changeText(entry) == "0.0" { return .same }
    switch entry.step(.period)?.flag {
    case .withinNoise: return .withinNoise
    case .beyondNoise: return .told
    default:
      guard let now = entry.numbers.after, let low = now.low, let high = now.high else { return .told }
      return change.magnitude <= (high - low) / 2 ? .insideInterval : .told
    }
  }

  /// Whether another configuration or method changed the number.
  private func isCounting(_ entry: VersionDiff.Entry) -> Bool {
    counting(in: entry).contains { MovementSentence.points($0.change.magnitude) != "0.0" }
  }

  private func counting(in entry: VersionDiff.Entry) -> [ShownStep] {
    entry.steps.filter { $0.coordinates.contains(.configuration) || $0.coordinates.contains(.method) }
  }

  /// The correction of earlier nights, where it is flagged or at least half of what happened.
  private func correction(in entry: VersionDiff.Entry) -> ShownStep? {
    guard let restated = entry.restated, MovementSentence.points(restated.end) != before(entry) else { return nil }
    let change = MovementSentence.change(of: entry)!
    return restated.flag != nil || 2 * restated.change.magnitude >= change.magnitude ? restated : nil
  }
}

// MARK: - Sentences

extension MovementSentence {
  /// Nothing to be told: that is a message too.
  private var quiet: Phrase {
    let courses = entries.map(course)
    guard entries.count == 1 else {
      let who = isOfOne ? "" : " at all \(entries.count) vendors"
      let why = courses.contains(.insideInterval) ? "no change stands out" : "changes smaller than chance"
      return courses.allSatisfy { $0 == .same }
        ? "\(title(of: entries[0])) is the same \(likeThen)\(who)"
        : "\(title(of: entries[0])) is about the same \(likeThen)\(who) (\(why))"
    }
    let entry = entries[0]
    let subject = subject(of: entry)
    return switch courses[0] {
    case .same: subject + " is what it was (\(now(entry)))"
    case .withinNoise: subject + " is about the same \(likeThen) (\(now(entry)), a change smaller than chance)"
    default: subject + " is about the same \(likeThen) (\(now(entry)), was \(before(entry)))"
    }
  }

  private func sentence(_ entry: VersionDiff.Entry) -> Phrase {
    if isCounting(entry) { return countedAnew(entry) }
    if let correction = correction(in: entry) { return corrected(entry, correction) }
    let cause = mainCause(of: entry).map { ", mostly \($0)" } ?? ""
    return subject(of: entry) + " \(verb(entry)) \(unsigned(changeText(entry))) points \(since)\(cause)"
  }

  /// `The way we count changed (method 2026.1 -> 2026.2): loyalty of acme reads 28.8, without it 29.1`.
  private func countedAnew(_ entry: VersionDiff.Entry) -> Phrase {
    let first = entry.steps.firstIndex { step in counting(in: entry).contains(step) }!
    let without = first == 0 ? before(entry) : MovementSentence.points(entry.steps[first - 1].end)
    let keys = movement.coordinates.configuration
    let what =
      movement.coordinates.method.map { "method \($0.text)" }
      ?? (keys.count == 1 ? keys[0].text : "\(keys.count) settings")
    return "The way we count changed (\(what)): " + subject(of: entry, isFirst: false)
      + " reads \(now(entry)), without it \(without)"
  }

  private func corrected(_ entry: VersionDiff.Entry, _ correction: ShownStep) -> Phrase {
    let change = MovementSentence.change(of: entry)!
    let isPart =
      change.sign == correction.change.sign && correction.change.magnitude < change.magnitude
      && changeText(entry) != "0.0"
    if isPart {
      let (all, part) = (unsigned(changeText(entry)), unsigned(correction.changeText))
      return subject(of: entry) + " \(verb(entry)) \(all) points; \(part) of them correct earlier nights"
    }
    let why = reason(of: correction, entry).map { ": \($0)" } ?? ""
    return subject(of: entry)
      + ": what read \(before(entry)) now reads \(MovementSentence.points(correction.end))\(why)"
  }

  // MARK: Words

  private func title(of entry: VersionDiff.Entry) -> String {
    entry.key.metric == "loyalty.nps" ? "Loyalty" : "Loyalty returned"
  }

  /// `Loyalty of acme`, `Loyalty returned by acme`.
  private func subject(of entry: VersionDiff.Entry, isFirst: Bool = true) -> Phrase {
    let isGiven = entry.key.metric == "loyalty.nps"
    let words = isGiven ? "oyalty of " : "oyalty returned by "
    return "\(isFirst ? "L" : "l")\(words)\(name: entry.key.vendor)"
  }

  private func verb(_ entry: VersionDiff.Entry) -> String { changeText(entry).hasPrefix("-") ? "fell" : "rose" }

  private static func points(_ value: Double) -> String { NumberText.points(value) }

  private func before(_ entry: VersionDiff.Entry) -> String { NumberText.points(entry.numbers.before!.estimate!) }

  private func now(_ entry: VersionDiff.Entry) -> String { NumberText.points(entry.numbers.after!.estimate!) }

  /// What lies between both numbers as tiles show them, with one decimal.
  private func changeText(_ entry: VersionDiff.Entry) -> String {
    MovementLine.change(from: entry.numbers.before, to: entry.numbers.after)
  }

  private func unsigned(_ text: String) -> String { String(text.drop { $0 == "-" || $0 == "+" }) }
}
