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
    fileprivate let process: ChildProcess
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
    let process = ChildProcess(path, [name] + arguments, variables: variables(), messages: messages)
    guard let process else {
      throw Failure(
        .inputMissing, "the program cannot be run", file: path,
        remedy: "It must lie beside requite-versions: run make build, or make install.")
    }
    return Run(process: process, program: self, messages: messages)
  }

  /// The variables of this process with ours over them, sorted.
  private func variables() -> [String] {
    var variables = environment
    for entry in ProcessVariables.all() {
      let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, variables[String(parts[0])] == nil { variables[String(parts[0])] = String(parts[1]) }
    }
    return variables.map { "\($0.key)=\($0.value)" }.sorted()
  }

  /// Where the running executable lies.
  private static func folder() throws -> String {
    guard let path = realPath("/proc/self/exe") else {
      throw Failure(SystemError(.inspect), file: "/proc/self/exe")
    }
    return PathParts(path).directory
  }
}

extension StageProgram.Run {
  /// Waits for its end.
  ///
  /// - Throws: what the program failed with, under its own code.
  public func finish() throws {
    guard let status = process.wait() else { throw Failure(SystemError(.inspect), file: program.name) }
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
