import Glibc
import RequiteFormats

/// A stage's executable, run by another stage: the one that lies beside it, of the same build.
///
///     try StageProgram("requite-score").run(["plan", "--out", "scratch"])
public struct StageProgram: Sendable {
  /// The name of the executable.
  public let name: String
  /// Variables that differ from those of this process.
  public var environment: [String: String] = [:]

  /// Names an executable beside the running one.
  public init(_ name: String) {
    self.name = name
  }

  /// A run that has begun.
  public struct Run {
    fileprivate let process: pid_t
    fileprivate let program: StageProgram
    fileprivate let messages: String
  }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - arguments: without the name.
  ///   - messages: the file that takes its standard error; shown only when it fails.
  /// - Throws: what the program failed with, under its own code; 66 when there is no such program.
  public func run(_ arguments: [String], messages: String) throws {
    try start(arguments, messages: messages).finish()
  }

  /// Starts it; standard output is thrown away.
  public func start(_ arguments: [String], messages: String) throws -> Run {
    let path = "\(try StageProgram.folder())/\(name)"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, messages, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var process = pid_t()
    let status = StageProgram.withCStrings([name] + arguments) { arguments in
      StageProgram.withCStrings(variables()) { posix_spawn(&process, path, &actions, nil, arguments, $0) }
    }
    guard status == 0 else {
      throw Failure(
        .inputMissing, "the program cannot be run", file: path,
        remedy: "It must lie beside requite-versions: run make build, or make install.")
    }
    return Run(process: process, program: self, messages: messages)
  }

  /// The variables of this process with ours over them, sorted.
  private func variables() -> [String] {
    var variables = environment
    var next = environ
    while let entry = next.pointee {
      let parts = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, variables[String(parts[0])] == nil { variables[String(parts[0])] = String(parts[1]) }
      next += 1
    }
    return variables.map { "\($0.key)=\($0.value)" }.sorted()
  }

  /// Where the running executable lies.
  private static func folder() throws -> String {
    guard let path = realpath("/proc/self/exe", nil) else {
      throw Failure(SystemError(.inspect), file: "/proc/self/exe")
    }
    defer { free(path) }
    return PathParts(String(cString: path)).directory
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
  }
}

extension StageProgram.Run {
  /// Waits for its end.
  ///
  /// - Throws: what the program failed with, under its own code.
  public func finish() throws {
    var status: Int32 = 0
    guard retryingInterrupts({ waitpid(process, &status, 0) }) == process else {
      throw Failure(SystemError(.inspect), file: program.name)
    }
    let signal = status & 0x7F
    let code = (status >> 8) & 0xFF
    if signal == 0, code == 0 { return }
    let bytes = (try? SmallFile.read(messages)) ?? []
    StandardDescriptors.writeError(String(decoding: bytes, as: UTF8.self))
    throw Failure(
      signal == 0 ? ExitCode(number: code) ?? .ourFault : .signal(signal), "\(program.name) failed",
      remedy: "Its own message stands above.")
  }
}

extension ExitCode {
  /// The code of a process that ended with `number`; `nil` for a number that is none of ours.
  init?(number: Int32) {
    guard let code = ExitCode.numbered.first(where: { $0.number == number }) else { return nil }
    self = code
  }
}
