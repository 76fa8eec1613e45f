import Yams

extension Configuration {
  /// Reads the configuration file at `path`.
  ///
  /// Keys that are not given keep their defaults.
  ///
  /// - Throws: 78 for a file that is missing or empty, is not UTF-8 or not YAML, or has an unknown key or a wrong
  ///   value; the message names key and line. 77 or 74 when the file cannot be read.
  public init(contentsOf path: String) throws {
    let bytes: [UInt8]
    do { bytes = try SmallFile.read(path) } catch let failure as Failure where failure.code == .inputMissing {
      throw Failure(
        .configuration, "there is no such configuration", file: path,
        remedy: "Pass --config FILE (make nightly CONFIG=FILE).", cause: failure.cause)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.configuration, "the configuration is not UTF-8", file: path)
    }
    try self.init(yaml: text, file: path)
  }

  /// Reads a configuration from its text; failures name `file`.
  public init(yaml text: String, file: String) throws {
    let root: Node?
    do { root = try Parser(yaml: text, encoding: .utf8).singleRoot() } catch {
      throw Configuration.failure(error, file: file)
    }
    guard let root else {
      throw Failure(
        .configuration, "the configuration is empty", file: file, remedy: "Write {} to take every default.")
    }
    self.init()
    try ConfigurationValue(root, file: file).read(into: &self)
  }

  /// What the YAML parser found, without the lines of the file that its own messages quote.
  private static func failure(_ error: any Error, file: String) -> Failure {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      Failure(.configuration, "not valid YAML: \(problem)", file: file, line: mark.line)
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      Failure(.configuration, "\(keys.first ?? "a key") is given twice", file: file, line: context.mark.line)
    case YamlError.reader(let problem, _, _, _):
      Failure(.configuration, "not valid YAML: \(problem)", file: file)
    default:
      Failure(.configuration, "not valid YAML", file: file)
    }
  }
}
