import RequiteCommand
import Testing

@Suite struct ConfigurationMessageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let yaml: String
    let line: Int
    let message: String
    var testDescription: String { yaml }
  }

  @Test(arguments: [
    // Unknown keys
    Case(yaml: "windw_days: 3", line: 1, message: "windw_days is not a known key.\n  Did you mean window_days?"),
    Case(
      yaml: "method: a\n\nsuppression:\n  minimun: 5", line: 4,
      message: "suppression.minimun is not a known key.\n  Did you mean suppression.minimum?"),
    Case(
      yaml: "leaf_weights: {fair: 3}", line: 1,
      message: "leaf_weights.fair is not a known key.\n  Did you mean leaf_weights.named?"),
    Case(
      yaml: "window: {form: 2026-01-01T00:00:00Z}", line: 1,
      message: "window.form is not a known key.\n  Did you mean window.from?"),
    Case(
      yaml: "adapters:\n- match: a\n  used: b", line: 3,
      message: "adapters[0].used is not a known key.\n  Did you mean adapters[0].use?"),
    // Wrong types
    Case(yaml: "window_days: ninety", line: 1, message: "window_days must be a whole number, not ninety."),
    Case(yaml: "window_days: \"90\"", line: 1, message: "window_days must be a whole number, not \"90\"."),
    Case(yaml: "window_days: 90.5", line: 1, message: "window_days must be a whole number, not 90.5."),
    Case(yaml: "window_days: 1_000", line: 1, message: "window_days must be a whole number, not 1_000."),
    Case(yaml: "window_days: [90]", line: 1, message: "window_days must be a whole number, not a list."),
    Case(yaml: "window_days:", line: 1, message: "window_days must be a whole number, not null."),
    Case(yaml: "method: {}", line: 1, message: "method must be a text, not a mapping."),
    Case(yaml: "method: \"\"", line: 1, message: "method must not be empty."),
    Case(yaml: "promise: 5", line: 1, message: "promise must be a mapping, not 5."),
    Case(yaml: "promise: ~", line: 1, message: "promise must be a mapping, not null."),
    Case(yaml: "- a", line: 1, message: "the configuration must be a mapping, not a list."),
    Case(yaml: "[a]: b", line: 1, message: "a key of the configuration must be a text, not a list."),
    Case(yaml: "dimensions: channel", line: 1, message: "dimensions must be a list, not channel."),
    Case(yaml: "dimensions:\n- a\n- [b]", line: 3, message: "dimensions[1] must be a text, not a list."),
    Case(
      yaml: "floor: 1e-2", line: 1, message: "floor must be a number with at most 6 decimals, such as 0.25, not 1e-2."),
    Case(
      yaml: "as_of: 2026-03-01", line: 1,
      message: "as_of must be a time such as 2026-03-01T00:00:00Z, not 2026-03-01."),
    Case(yaml: "periods: year", line: 1, message: "periods must be one of month, week, none, not year."),
    Case(
      yaml: "variance: {lonely_psu: null}", line: 1,
      message: "variance.lonely_psu must be one of adjust, remove, average, fail, not null."),
    // Ranges
    Case(yaml: "window_days: 0", line: 1, message: "window_days must be from 1 to 3660, not 0."),
    Case(yaml: "window_days: -9", line: 1, message: "window_days must be from 1 to 3660, not -9."),
    Case(yaml: "\nfloor: 0", line: 2, message: "floor must be between 0 and 1, not 0."),
    Case(yaml: "floor: 1.0", line: 1, message: "floor must be between 0 and 1, not 1.0."),
    Case(yaml: "suppression: {minimum: 4}", line: 1, message: "suppression.minimum must be at least 5, not 4."),
    Case(
      yaml: "leaf_weights: {prompt: 0}", line: 1, message: "leaf_weights.prompt must be from 1 to 1000, not 0."),
    Case(yaml: "returned_cut: 1001", line: 1, message: "returned_cut must be from 0 to 1000, not 1001."),
    Case(yaml: "sensitivity: {mix: 1.1}", line: 1, message: "sensitivity.mix must be from 0 to 1, not 1.1."),
    Case(
      yaml: "checks: {quarantine_share: -0.1}", line: 1,
      message: "checks.quarantine_share must be from 0 to 1, not -0.1."),
    Case(
      yaml: "targets_seconds:\n  chat: -1", line: 2,
      message: "targets_seconds.chat must be from 0 to 316224000, not -1."),
    // What belongs together
    Case(
      yaml: "window: {from: 2026-01-01T00:00:00Z}", line: 1, message: "window has no to."),
    Case(
      yaml: "event_window: {from: 2026-01-01T00:00:00Z, to: 2026-01-01T00:00:00Z}", line: 1,
      message: "event_window must end after it begins."),
    Case(
      yaml: "raking: {cap: [0.2]}", line: 1,
      message: "raking.cap must be two numbers, the least and the greatest factor."),
    Case(yaml: "raking: {cap: [0, 5]}", line: 1, message: "raking.cap[0] must be above 0 and at most 1, not 0."),
    Case(yaml: "raking: {cap: [0.2, 0.5]}", line: 1, message: "raking.cap[1] must be at least 1, not 0.5."),
    Case(
      yaml: "raking:\n  margins:\n    region: {north: 0.6, south: 0.3}", line: 3,
      message: "the shares of raking.margins.region must sum to 1, not to 0.9."),
    Case(yaml: "dimensions: [all]", line: 1, message: "dimensions must not name \"all\", which is always there."),
    Case(yaml: "dimensions: [a, b, a]", line: 1, message: "dimensions[2] repeats an earlier one."),
    Case(yaml: "adapters: [{match: a}]", line: 1, message: "adapters[0] has no use."),
    // Not YAML
    Case(yaml: "method: a\nmethod: b", line: 1, message: "method is given twice."),
    Case(
      yaml: "method: [a", line: 2, message: "not valid YAML: did not find expected ',' or ']'."),
    Case(yaml: "a: 1\n---\nb: 2", line: 2, message: "not valid YAML: but found another document."),
  ])
  func theMessageNamesKeyAndLine(_ example: Case) {
    #expect(
      message { _ = try Configuration(yaml: example.yaml, file: "night.yaml") }
        == "requite: night.yaml:\(example.line): \(example.message)\n")
    #expect(code { _ = try Configuration(yaml: example.yaml, file: "night.yaml") } == .configuration)
  }

  @Test func anEmptyFileIsNotTakenForTheDefaults() {
    for yaml in ["", "\n\n", "# only a comment\n"] {
      #expect(
        message { _ = try Configuration(yaml: yaml, file: "night.yaml") } == """
          requite: night.yaml: the configuration is empty.
            Write {} to take every default.

          """)
    }
  }

  @Test func aFileThatIsNotUTF8OrTooLargeIsRefused() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write([0x61, 0x3A, 0x20, 0xFF], to: folder("latin.yaml"))
    #expect(
      message { _ = try Configuration(contentsOf: folder("latin.yaml")) }
        == "requite: \(folder("latin.yaml")): the configuration is not UTF-8.\n")
    try AtomicFile.write([UInt8](repeating: 0x20, count: 1_048_577), to: folder("large.yaml"))
    #expect(code { _ = try Configuration(contentsOf: folder("large.yaml")) } == .configuration)
  }

  @Test func aKeyWithControlCharactersIsEscaped() throws {
    let text = try #require(message { _ = try Configuration(yaml: #""a\e[2J": 1"#, file: "night.yaml") })
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }
}
