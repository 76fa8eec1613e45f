import Glibc

/// A program that runs beside this one.
struct ChildProcess {
  private let process: pid_t

  /// Starts the program at `path`; `nil` when that is impossible.
  ///
  /// - Parameters:
  ///   - arguments: with the name it is to be called by.
  ///   - variables: its whole environment, each `NAME=value`.
  ///   - messages: the file that takes its standard error. It reads nothing, and its standard output is thrown away.
  init?(_ path: String, _ arguments: [String], variables: [String], messages: String) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // The paths are copied into the list.
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, messages, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var process = pid_t()
    let status = unsafe ChildProcess.withCStrings(arguments) { arguments in
      unsafe ChildProcess.withCStrings(variables) { variables in
        unsafe posix_spawn(&process, path, &actions, nil, arguments, variables)
      }
    }
    guard status == 0 else { return nil }
    self.process = process
  }

  /// Waits for its end: what `waitpid` says of it, or `nil` with `errno`.
  func wait() -> Int32? {
    var status: Int32 = 0
    return retryingInterrupts { unsafe waitpid(process, &status, 0) } == process ? status : nil
  }

  /// Calls `body` with copies of the texts, each ending with a zero and the list with a null pointer, as `exec` wants.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    // The list is never empty, and an array that is not empty has an address.
    return unsafe pointers.withUnsafeMutableBufferPointer { unsafe body($0.baseAddress!) }
  }
}
