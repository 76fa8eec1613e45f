extension Configuration {
  /// Reads the configuration file at `path`.
  ///
  /// Keys that are not given keep their defaults.
  ///
  /// - Throws: 78 for a file that is missing or empty, is not UTF-8 or not YAML, or has an unknown key or a wrong
  ///   value; the message names key and line. 77 or 74 when the file cannot be read.
  public init(contentsOf path: String) throws {
    let text = try ConfigurationValue.text(
      of: path, called: "configuration", remedy: "Pass --config FILE (make nightly CONFIG=FILE).")
    try self.init(yaml: text, file: path)
  }

  /// Reads a configuration from its text; failures name `file`.
  public init(yaml text: String, file: String) throws {
    guard let root = try ConfigurationValue(yaml: text, file: file, called: "the configuration") else {
      throw Failure(
        .configuration, "the configuration is empty", file: file, remedy: "Write {} to take every default.")
    }
    self.init()
    try root.read(into: &self)
  }
}
