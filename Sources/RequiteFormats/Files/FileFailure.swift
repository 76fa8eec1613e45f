import Glibc

/// The operating system would not do what was asked of it with a file.
///
/// The exit code is the caller's choice: a missing file is 66, a forbidden one 77, a read error 74.
public struct FileFailure: Error, Hashable, Sendable {
  /// What was asked.
  public enum Operation: String, Sendable {
    case open
    case inspect
    case read
    case write
  }

  /// What was asked.
  public let operation: Operation
  /// The file, as it was named to us.
  public let path: String
  /// The system's error number.
  ///
  /// 0 where the system did not object but we do; see ``message``.
  public let code: Int32
  /// What is wrong, in the system's words or ours: `No such file or directory`, `is a directory, not a file`.
  public let message: String

  init(_ operation: Operation, _ path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
    self.message = unsafe String(cString: strerror(code))
  }

  init(_ operation: Operation, _ path: String, refused reason: String) {
    self.operation = operation
    self.path = path
    self.code = 0
    self.message = reason
  }

  /// Whether there is no such file.
  public var isMissing: Bool {
    code == ENOENT || code == ENOTDIR || code == ELOOP
  }

  /// Whether the file may not be read by this user.
  public var isForbidden: Bool {
    code == EACCES || code == EPERM
  }
}

extension FileFailure: CustomStringConvertible {
  /// `surveys.csv.gz: cannot open: No such file or directory`.
  ///
  /// Control characters in the path are escaped.
  public var description: String {
    "\(path.escapedForMessages): cannot \(operation.rawValue): \(message)"
  }
}

extension String {
  /// This text with control characters written as `\u{1b}`, so that a name cannot command the terminal it is shown on.
  public var escapedForMessages: String {
    var text = ""
    for scalar in unicodeScalars {
      if scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format {
        text += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
