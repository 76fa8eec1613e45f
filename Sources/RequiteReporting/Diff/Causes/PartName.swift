import RequiteModel

/// Who a part of a change belongs to.
public enum PartName: Hashable, Sendable {
  /// A cause.
  case cause(Cause)
  /// Causes with too few rows to stand alone.
  case fewRows([Cause])
  /// The weights of an index's components, which changed because a component gained or lost its value.
  case weights
}

extension PartName {
  /// The name in words, for people: `late`, `few rows each: late, removed`, `targets_seconds.chat`.
  ///
  /// A key or a stage is outside text.
  public var text: String {
    switch self {
    case .cause(let cause): cause.text
    case .fewRows(let causes): "few rows each: " + causes.map(\.text).joined(separator: ", ")
    case .weights: "weights of components"
    }
  }

  /// The name for programs: the word of the cause, `few_rows` or `weights`.
  public var word: String {
    switch self {
    case .cause(let cause): cause.kind.rawValue
    case .fewRows: "few_rows"
    case .weights: "weights"
    }
  }
}

extension Cause {
  /// The cause in words.
  public var text: String {
    switch kind {
    case .configuration, .method: detail
    case .fileMissing: "file missing"
    case .knockOn: "knock-on"
    case .agedOut: "aged out"
    case .erased, .removed, .corrected, .late, .new: kind.rawValue
    }
  }

  /// What the cause means, in a sentence without its full stop.
  public var explanation: String {
    switch kind {
    case .erased: "the customer asked to be forgotten"
    case .fileMissing: "the dump that held the row does not take part any more"
    case .removed: "the row is gone from dumps that still take part"
    case .corrected: "the row arrived again with another content"
    case .late: "the row belongs to the earlier period and was not known then"
    case .knockOn: "the row is the same, but other rows decide differently about it"
    case .agedOut: "the period moved on and left the row behind"
    case .new: "the period moved on and took the row in"
    case .configuration: "the setting differs"
    case .method: "the stage of the method differs"
    }
  }
}
