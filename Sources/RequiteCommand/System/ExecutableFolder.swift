import Glibc

/// Where the program that runs lies, to find what was installed beside it.
package enum ExecutableFolder {
  /// The folder; `nil` if the system does not say.
  package static var path: String? {
    guard let real = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(real) }
    return PathParts(String(cString: real)).directory
  }
}
