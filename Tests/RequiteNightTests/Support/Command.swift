import Foundation
import RequiteTestSupport

/// What a command printed and how it ended.
struct CommandResult {
  let code: Int32
  let output: String
  let errors: String
}

/// Runs the built executables as a user would.
enum Command {
  /// Where `make build` puts the executables.
  static let bin = ProjectFolder.path(".build/release")

  /// Runs a shell command in `folder`, with the executables on the PATH, a key of its own and a bare environment.
  static func run(_ script: String, in folder: String, environment: [String: String] = [:]) throws -> CommandResult {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": "\(bin):/usr/local/bin:/usr/bin:/bin", "BIN": bin, "HOME": folder, "LC_ALL": "C", "TERM": "dumb",
      "SWIFT_BACKTRACE": "enable=no", "REQUITE_KEY_FILE": "\(folder)/key", "PROJECT": ProjectFolder.path,
    ].merging(environment) { $1 }
    // Files, not pipes: a pipe fills up when nobody reads it while the command runs.
    let (out, err) = (folder + "/.stdout-\(UUID())", folder + "/.stderr-\(UUID())")
    for path in [out, err] { FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    try process.run()
    process.waitUntilExit()
    defer { for path in [out, err] { try? FileManager.default.removeItem(atPath: path) } }
    return CommandResult(code: process.terminationStatus, output: text(out), errors: text(err))
  }

  private static func text(_ path: String) -> String {
    String(decoding: TestFile.bytes(path) ?? [], as: UTF8.self)
  }
}
