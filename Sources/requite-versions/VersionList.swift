import RequiteCommand

/// The table of `requite-versions list`.
struct VersionList {
  let out: String

  func print() throws {
    let store = VersionStore("\(out)/reports")
    let latest = try store.latest()
    let output = StandardOutput()
    try output.write("  VERSION                    PUBLISHED                  SIZE\n")
    for version in try store.versions() {
      let mark = version.id == latest ? "*" : " "
      let time = version.publishedAt.map(\.description) ?? "unknown"
      try output.write("\(mark) \(padded(version.id, 26)) \(padded(time, 22)) \(size(version.size))\n")
    }
    try output.flush()
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }

  /// Whole kilobytes, rounded up, at the right edge of their column.
  private func size(_ bytes: Int64) -> String {
    let text = "\((bytes + 999) / 1000) kB"
    return String(repeating: " ", count: max(0, 8 - text.utf8.count)) + text
  }
}
