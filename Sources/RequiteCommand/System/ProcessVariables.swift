import Glibc

/// The environment of this process.
///
/// Nobody here changes it, so that what the C library hands out stays as it is while it is copied.
enum ProcessVariables {
  /// The value of a variable; `nil` when it is unset.
  static func value(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Every variable as `NAME=value`.
  static func all() -> [String] {
    var entries: [String] = []
    var next = unsafe environ
    // The list ends with a null pointer.
    while let entry = unsafe next.pointee {
      entries.append(unsafe String(cString: entry))
      unsafe next += 1
    }
    return entries
  }
}
