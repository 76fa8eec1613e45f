/// What a publish came to.
public struct Publication: Hashable, Sendable {
  /// Whether anything new came out.
  public enum Outcome: String, Sendable {
    /// A new version was written and `latest` moved to it.
    case published
    /// `latest` already was this version; nothing was written but the log line.
    case unchanged
    /// The version existed, but `latest` was another one and moved back to it.
    case republished
    /// A version was written beside the nights; `latest` did not move.
    case added
  }

  /// Whether anything new came out.
  public let outcome: Outcome
  /// The version's id.
  public let id: String
  /// What `latest` was before; `nil` for the first version.
  public let previous: String?
  /// Where the version lies.
  public let path: String
}

extension Publication.Outcome {
  /// Whether `latest` came to point to the version by this publish.
  var movesLatest: Bool { self == .published || self == .republished }
}
