import RequiteModel

/// Which of the four coordinates of a version moved between two of them, and how.
public struct CoordinateChanges: Hashable, Sendable {
  /// Whether other facts are known.
  public let isKnowledgeChanged: Bool
  /// Dumps that came, went or arrived with other rows; there may be some although the facts are the same.
  public let dumps: [DumpChange]
  /// The windows, where they moved.
  public let period: PeriodChange?
  /// Settings that differ, by their keys.
  public let configuration: [ConfigurationChange]
  /// The method, where it differs.
  public let method: MethodChange?

  /// Compares the coordinates of two versions.
  public init(from before: ComparedVersion, to after: ComparedVersion) {
    isKnowledgeChanged = before.facts != after.facts
    dumps = DumpChange.between(before.dumps, after.dumps)
    period = PeriodChange(from: before.settings, to: after.settings)
    configuration = ConfigurationChange.between(before.settings, after.settings)
    method = MethodChange(from: before.settings.method, to: after.settings.method)
  }

  /// Whether `coordinate` moved.
  public func isMoved(_ coordinate: Coordinate) -> Bool {
    switch coordinate {
    case .knowledge: isKnowledgeChanged
    case .period: period != nil
    case .configuration: !configuration.isEmpty
    case .method: method != nil
    }
  }

  /// Those that moved, in the order in which a diff walks them.
  public var moved: [Coordinate] { Coordinate.allCases.filter(isMoved) }
}

/// The method of two versions, where it differs.
public struct MethodChange: Hashable, Sendable {
  /// A stage of the method with two revisions.
  public struct Stage: Hashable, Sendable {
    /// The stage, for example `latest_answers`.
    public let name: String
    /// Its earlier revision.
    public let before: Int
    /// Its later revision.
    public let after: Int
  }

  /// The earlier version of the method.
  public let before: String
  /// The later version of the method.
  public let after: String
  /// The stages that differ, in the order of the method; none where a method is not known to this program.
  public let stages: [Stage]

  init?(from before: Method, to after: Method) {
    guard before != after else { return nil }
    self.before = before.version
    self.after = after.version
    let stages = before.isKnown && after.isKnown ? before.stages(differingFrom: after) : []
    self.stages = stages.map {
      Stage(name: $0.rawValue, before: before.revision(of: $0), after: after.revision(of: $0))
    }
  }

  /// `2026.1 -> 2026.2 (latest_answers 1 -> 2)`.
  var text: String {
    let list = stages.map { "\(VisibleText.of($0.name)) \($0.before) -> \($0.after)" }.joined(separator: ", ")
    let versions = "\(VisibleText.of(before)) -> \(VisibleText.of(after))"
    return list.isEmpty ? versions : "\(versions) (\(list))"
  }
}
