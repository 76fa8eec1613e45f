import RequiteModel

/// What a reader of a report must know about how it is set beside the version before: sentences without a full stop.
struct MovementRemarks {
  private let report: Report

  init(of report: Report) {
    self.report = report
  }

  var lines: [String] {
    guard let movement = report.movement else { return [] }
    return [missingDumps(movement), together(movement), hidden(movement), unknown(movement)].compactMap { $0 }
  }

  /// So many dumps are named.
  private static let mostNames = 3

  /// Dumps that are gone although their rows counted.
  private func missingDumps(_ movement: VersionDiff) -> String? {
    let gone = movement.coordinates.dumps.filter { $0.kind == .removed && ($0.before?.accepted ?? 0) > 0 }
    let rows = movement.facts.filter { $0.cause.kind == .fileMissing }.reduce(Int64(0)) { $0.addingUpToLimit($1.count) }
    guard !gone.isEmpty, rows > 0 || movement.causesUnknown != nil else { return nil }
    let names = gone.prefix(MovementRemarks.mostNames).map { VisibleText.of($0.name) }
    let hidden = gone.count - names.count
    let list = Wording.listed(names + (hidden > 0 ? ["\(hidden) more"] : []))
    let count = Wording.counted(gone.count, "dump of the version before is", "dumps of the version before are")
    return "\(count) missing, and the numbers below leave \(gone.count == 1 ? "it" : "them") out: \(list)"
  }

  /// Whose doing a change is can only be told if not all is done at once.
  private func together(_ movement: VersionDiff) -> String? {
    let moved = movement.coordinates.moved
    guard moved.contains(.method) || moved.contains(.configuration) else { return nil }
    let keys = movement.coordinates.configuration.map(\.text)
    let what =
      (movement.coordinates.method.map { ["method \($0.text)"] } ?? []) + keys.prefix(MovementRemarks.mostNames)
    let hidden = keys.count - MovementRemarks.mostNames
    let list = Wording.listed(what + (hidden > 0 ? ["\(hidden) more"] : []))
    return "The way we count changed: \(list)"
  }

  private func hidden(_ movement: VersionDiff) -> String? {
    guard let rule = movement.numbers.rule, movement.numbers.hiddenCount > 0 else { return nil }
    return
      "Some numbers are not compared: fewer than \(rule.minimum) customers came or went, and the difference would be theirs"
  }

  private func unknown(_ movement: VersionDiff) -> String? {
    movement.causesUnknown.map { "What moved the numbers is not known: \($0)" }
  }
}
