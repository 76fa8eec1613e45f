import RequiteCommand
import Testing

/// `Pipelines/nightly.yaml` is the documentation of the configuration, so it must say what the code does.
@Suite struct NightlyConfigurationTests {
  let path: String = {
    let here = #filePath
    let tests = here.firstRange(of: "/Tests/RequiteCommandTests/")
    return String(here[..<tests!.lowerBound]) + "/Pipelines/nightly.yaml"
  }()

  @Test func theDocumentedDefaultsAreTheDefaults() throws {
    #expect(try Configuration(contentsOf: path) == Configuration())
  }

  @Test func everyKeyIsDocumented() throws {
    let lines = try #require(contents(of: path)).split(separator: "\n").map { String($0) }
    for name in Configuration.keyNames {
      let parts = name.split(separator: ".")
      let start = String(repeating: "  ", count: parts.count - 1) + parts.last! + ":"
      #expect(lines.contains { $0.hasPrefix(start) }, "\(name) is missing from Pipelines/nightly.yaml")
    }
  }

  @Test func theKeysAreThoseOfTheContract() {
    #expect(
      Configuration.keyNames.filter { !$0.contains(".") } == [
        "method", "window_days", "as_of", "window", "event_window", "horizon_days", "followup_days", "curve_cap_days",
        "promise", "targets_seconds", "unaddressed_channels", "minimum_denominator", "floor", "returned_cut",
        "leaf_weights", "sensitivity", "dimensions", "suppression", "variance", "raking", "scales", "periods",
        "adapters", "checks",
      ])
  }
}
