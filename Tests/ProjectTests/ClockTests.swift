import RequiteTestSupport
import Testing

/// Where sources ask what time it is.
@Suite struct ClockTests {
  /// What asks a clock, in Swift and in C.
  private static let calls = [
    "clock_gettime", "gettimeofday", " time(nil", " time(&", "Glibc.time(", "ContinuousClock", "SuspendingClock",
    "Date()", "Date.now", "DispatchTime", "mach_absolute_time", "localtime", "clock()",
  ]

  /// The clock of all stages, and the progress that is shown on a terminal.
  private static let allowed: Set = ["System/UTCTime.swift", "Terminal/Progress.swift"]

  @Test func theClockIsAskedInOnePlace() throws {
    var found: Set<String> = []
    for (_, path) in ImportTests.files {
      let text = String(decoding: TestFile.bytes(path) ?? [], as: UTF8.self)
      let asks = text.split(separator: "\n").contains { line in
        !line.drop { $0 == " " }.hasPrefix("//") && Self.calls.contains { line.contains($0) }
      }
      if asks { found.insert(path.split(separator: "/").suffix(2).joined(separator: "/")) }
    }
    #expect(found == Self.allowed)
  }
}
