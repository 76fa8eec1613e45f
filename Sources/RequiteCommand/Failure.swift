import RequiteFormats

/// Why a stage cannot go on: what happened, to which file, and what to do next.
///
///     requite-score: Pipelines/nightly.yaml:12: windw_days is not a known key.
///       Did you mean window_days?
///
/// Failures are thrown. Trouble with the data is a finding instead, and is never thrown.
public struct Failure: Error {
  /// How the stage will end.
  public var code: ExitCode
  /// What happened, as a sentence without its full stop.
  ///
  /// Never holds a value of a dump.
  public var what: String
  /// The file it happened to, as the user named it.
  public var file: String?
  /// The line of that file, from 1.
  public var line: Int?
  /// What to do next, as whole sentences.
  public var remedy: String?
  /// The error underneath.
  public var cause: (any Error)?

  /// Creates a failure.
  public init(
    _ code: ExitCode, _ what: String, file: String? = nil, line: Int? = nil, remedy: String? = nil,
    cause: (any Error)? = nil
  ) {
    self.code = code
    self.what = what
    self.file = file
    self.line = line
    self.remedy = remedy
    self.cause = cause
  }

  /// The message as printed on standard error: one to three lines, each ended by a newline.
  ///
  /// Control characters in file names are escaped, so that a hostile name can neither forge a line of the log nor drive
  /// the terminal.
  public func message(from stage: String) -> String {
    var place = ""
    if let file { place = "\(file.escapedForMessages)\(line.map { ":\($0)" } ?? ""): " }
    var text = "\(stage): \(place)\(what).\n"
    if let remedy { text += "  \(remedy)\n" }
    if let cause = cause as? SystemError { text += "  Cause: \(cause).\n" }
    return text
  }
}

/// An error of a library that knows which failure it amounts to.
///
/// A stage makes the errors of its libraries conform; what does not conform is reported as a fault of ours, by the name
/// of its type only, because its text might quote a dump.
public protocol FailureConvertible: Error {
  /// The failure this error amounts to.
  var failure: Failure { get }
}

extension Failure {
  /// The failure that `error` amounts to.
  public init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as any FailureConvertible: self = error.failure
    case let error as any StoredFileFailure: self.init(error)
    default:
      self.init(
        .ourFault, "an error nobody was prepared for, \(type(of: error))",
        remedy: "This is a fault of Requite. Please report it with this message.", cause: error)
    }
  }
}
