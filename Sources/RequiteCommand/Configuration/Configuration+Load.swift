extension Configuration {
  /// Reads the configuration file at `path`.
  ///
  /// Keys that are not given keep their defaults.
  ///
  /// - Throws: 78 for a file that is missing or empty, is not UTF-8 or not YAML, or has an unknown key or a wrong
  ///   value; the message names key and line. 77 or 74 when the file cannot be read.
  public init(contentsOf path: String) throws {
    try self.init(
      ConfigurationValue(
        contentsOf: path, what: "configuration", remedy: "Pass --config FILE (make nightly CONFIG=FILE)."))
  }

  /// Reads a configuration from its text; failures name `file`.
  public init(yaml text: String, file: String) throws {
    try self.init(ConfigurationValue(yaml: text, file: file, what: "configuration"))
  }

  private init(_ value: ConfigurationValue) throws {
    self.init()
    try value.read(into: &self)
  }
}
