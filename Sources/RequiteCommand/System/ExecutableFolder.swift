/// Where the program that runs lies, to find what was installed beside it.
package enum ExecutableFolder {
  /// The folder; `nil` if the system does not say.
  package static var path: String? {
    realPath("/proc/self/exe").map { PathParts($0).directory }
  }

  /// The folder so many levels above it.
  package static func above(_ levels: Int) -> String? {
    guard var folder = path else { return nil }
    for _ in 0..<levels { folder = PathParts(folder).directory }
    return folder
  }
}
