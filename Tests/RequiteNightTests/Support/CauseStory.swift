import Testing

/// What happens between two nights over `VillageDays`, and what the diff must say of it.
struct CauseStory: Sendable, CustomTestStringConvertible {
  /// What a cause must have done to a number.
  struct Expected: Sendable {
    /// The cause, or the key or stage.
    let cause: String
    /// Rows behind it; `nil` where that is not foreseen.
    var rows: Int64?
    /// What it did to numerator and denominator; `nil` where that is not foreseen.
    var change: (numerator: Int128, denominator: Int128)?
  }

  /// What happens.
  let name: String
  /// The number that is looked at.
  let metric: String
  /// All causes of that number, in order.
  let expected: [Expected]
  /// Lines of the configuration that are others in the second night, by key.
  var settings: [String: String] = [:]
  /// What happens to the dumps.
  var edit: @Sendable (inout VillageDays) -> Void = { _ in }

  var testDescription: String { name }

  /// The configuration of the first night.
  static let settings = [
    "as_of": "2026-03-10T00:00:00Z", "window": "{from: 2026-02-26T00:00:00Z, to: 2026-03-10T00:00:00Z}",
    "event_window": "{from: 2026-02-19T00:00:00Z, to: 2026-02-22T00:00:00Z}", "curve_cap_days": "14",
    "minimum_denominator": "5", "suppression": "{minimum: 5}",
  ]

  /// A configuration with some lines changed.
  static func configuration(_ changes: [String: String] = [:]) -> String {
    settings.merging(changes) { $1 }.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
  }
}

extension CauseStory {
  /// The first night of all stories, which is run once.
  private static let first: Result<Night, any Error> = Result {
    let night = Night()
    try VillageDays().write(to: night.folder)
    try run(night, configuration())
    return night
  }

  /// The first night of all stories, in a folder of its own.
  static func firstNight() throws -> Night { try first.get().copy() }

  /// Runs the second night, in which the story happens.
  func run(_ night: Night) throws {
    var days = try VillageDays()
    edit(&days)
    try days.write(to: night.folder)
    try CauseStory.run(night, CauseStory.configuration(settings))
  }

  private static func run(_ night: Night, _ configuration: String) throws {
    night.folder.write(configuration, to: "night.yaml")
    let result = try night.run("\(night.folder.path)/dumps", config: "\(night.folder.path)/night.yaml")
    #expect(result.code == 0, "\(result.errors)")
  }
}
