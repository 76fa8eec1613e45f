import RequiteFormats
import RequiteModel

/// The four coordinates as JSON: what is the same, what moved, and how.
enum CoordinateJSON {
  static func value(of changes: CoordinateChanges) -> JSONValue {
    [
      "knowledge": [
        "state": changes.isKnowledgeChanged ? "changed" : "same", "dumps": .array(changes.dumps.map(dump)),
      ],
      "period": period(changes.period),
      "configuration": [
        "state": changes.configuration.isEmpty ? "same" : "changed",
        "keys": .array(changes.configuration.map(setting)),
      ],
      "method": method(changes.method),
    ]
  }

  private static func dump(_ change: DumpChange) -> JSONValue {
    [
      "dump": .string(change.name), "kind": .string(change.kindOfRows.rawValue),
      "change": .string(change.kind.rawValue), "a": change.before.map(account) ?? .null,
      "b": change.after.map(account) ?? .null,
    ]
  }

  private static func account(_ dump: DumpAccount) -> JSONValue {
    [
      "read": .integer(dump.read), "accepted": .integer(dump.accepted), "sha256": .string(dump.sha256),
      "refused": dump.refused.map(JSONValue.string) ?? .null,
    ]
  }

  private static func period(_ change: PeriodChange?) -> JSONValue {
    guard let change else { return ["state": "same"] }
    return [
      "state": "moved",
      "as_of": ["a": .string(change.asOf.before.description), "b": .string(change.asOf.after.description)],
      "window": ["a": window(change.surveyWindow.before), "b": window(change.surveyWindow.after)],
      "event_window": ["a": window(change.eventWindow.before), "b": window(change.eventWindow.after)],
    ]
  }

  private static func window(_ window: Window) -> JSONValue {
    ["from": .string(window.from.description), "to": .string(window.to.description)]
  }

  private static func setting(_ change: ConfigurationChange) -> JSONValue {
    [
      "key": .string(change.key), "a": change.before.map(JSONValue.string) ?? .null,
      "b": change.after.map(JSONValue.string) ?? .null,
    ]
  }

  private static func method(_ change: MethodChange?) -> JSONValue {
    guard let change else { return ["state": "same"] }
    let stages = change.stages.map { stage -> JSONValue in
      ["stage": .string(stage.name), "a": .integer(Int64(stage.before)), "b": .integer(Int64(stage.after))]
    }
    return [
      "state": "changed", "a": .string(change.before), "b": .string(change.after), "stages": .array(stages),
    ]
  }
}
