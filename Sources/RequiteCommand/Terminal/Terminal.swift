import Glibc

/// What a descriptor's other end can show.
public struct Terminal: Hashable, Sendable {
  /// Whether somebody is watching: a terminal, and one that can rewrite a line.
  public let isInteractive: Bool
  /// Columns in a line; 80 where unknown.
  public let width: Int
  /// Whether colour suits it, unless the user asked otherwise: a terminal, no `NO_COLOR`, and `TERM` not `dumb`.
  public let prefersColor: Bool

  /// Describes a terminal, for tests.
  public init(isInteractive: Bool, width: Int, prefersColor: Bool) {
    self.isInteractive = isInteractive
    self.width = width
    self.prefersColor = prefersColor
  }

  /// Asks the operating system and the environment.
  ///
  /// Without `TERM`, as under cron, and with `TERM=dumb` nothing is rewritten and nothing coloured.
  public init(descriptor: Int32, environment: Environment = .process) {
    let canRewrite = isatty(descriptor) == 1 && (environment["TERM"].map { $0 != "dumb" } ?? false)
    self.init(
      isInteractive: canRewrite, width: Terminal.width(of: descriptor),
      prefersColor: canRewrite && environment["NO_COLOR"] == nil)
  }

  /// Standard output of this process.
  public static var output: Terminal { Terminal(descriptor: STDOUT_FILENO) }

  /// Standard error of this process.
  public static var error: Terminal { Terminal(descriptor: STDERR_FILENO) }

  /// Whether to use colour, given what the user asked for.
  public func usesColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .auto: prefersColor
    case .always: true
    case .never: false
    }
  }

  private static func width(of descriptor: Int32) -> Int {
    terminalColumns(descriptor) ?? 80
  }
}

/// What the option `--color` says.
public enum ColorChoice: String, CaseIterable, Sendable {
  /// As the terminal prefers.
  case auto
  /// Even into a file.
  case always
  /// Never.
  case never
}
