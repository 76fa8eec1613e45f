/// The environment variables of a process, or of a test.
public struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> String?

  /// The variables of this process.
  public static let process = Environment { ProcessVariables.value($0) }

  /// Exactly these variables.
  public init(_ variables: [String: String]) {
    self.init { variables[$0] }
  }

  private init(lookUp: @escaping @Sendable (String) -> String?) {
    self.lookUp = lookUp
  }

  /// The value of a variable; `nil` when it is unset or empty, which the conventions used here treat alike.
  public subscript(name: String) -> String? {
    guard let value = lookUp(name), !value.isEmpty else { return nil }
    return value
  }
}
