import RequiteFormats

/// Why nothing of a dump counts.
public struct Refusal: Error, Hashable, Sendable {
  /// A short word that never changes its meaning, such as `truncated`.
  public let code: String
  /// What is wrong and where, without the path.
  public let message: String

  init(code: String, message: String) {
    self.code = code
    self.message = message
  }

  init(_ failure: ContainerFailure) {
    code = failure.code
    message = failure.message
  }

  init(_ failure: LayoutFailure) {
    code = failure.code
    message = failure.message
  }

  /// More rows were set aside than the ceiling allows.
  init(quarantined: Int64, of read: Int64) {
    code = "quarantine-ceiling"
    message = "quarantine over the ceiling: \(quarantined) of \(read) rows"
  }

  /// The header is that of another kind of dump.
  init(wrongKind found: String, expected: String) {
    code = "wrong-kind"
    message = "wrong kind: these are the columns of \(found), the name says \(expected)"
  }
}
