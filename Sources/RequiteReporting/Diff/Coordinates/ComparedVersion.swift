import RequiteModel

/// What a diff must know of a version.
public struct ComparedVersion: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// The digest of the facts it knows.
  public var facts: String
  /// What it was computed with.
  public var settings: Settings
  /// What became of its dumps, sorted by name.
  public var dumps: [DumpAccount]
  /// Its numbers.
  public var measures: [Measure]

  /// Creates a version.
  public init(id: String, facts: String, settings: Settings, dumps: [DumpAccount], measures: [Measure]) {
    self.id = id
    self.facts = facts
    self.settings = settings
    self.dumps = dumps
    self.measures = measures
  }
}
