import Yams

extension ConfigurationValue {
  /// Reads the YAML file at `path`, which messages call `what`; `remedy` says how another is named, `filling` what to write
  /// into an empty one.
  ///
  /// - Throws: 78 for a file that is missing or empty, or is not UTF-8 or not YAML; 77 or 74 when it cannot be read.
  package init(
    contentsOf path: String, what: String, remedy: String? = nil, filling: String = "Write {} to take every default."
  ) throws {
    let bytes: [UInt8]
    do { bytes = try SmallFile.read(path) } catch let failure as Failure where failure.code == .inputMissing {
      throw Failure(.configuration, "there is no such \(what)", file: path, remedy: remedy, cause: failure.cause)
    }
    try self.init(bytes: bytes, file: path, what: what, filling: filling)
  }

  /// Reads YAML from the bytes of a file.
  package init(
    bytes: [UInt8], file: String, what: String, filling: String = "Write {} to take every default."
  ) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.configuration, "the \(what) is not UTF-8", file: file)
    }
    try self.init(yaml: text, file: file, what: what, filling: filling)
  }

  /// Reads YAML from its text; failures name `file`.
  ///
  /// - Parameter filling: what to write into an empty file.
  package init(
    yaml text: String, file: String, what: String, filling: String = "Write {} to take every default."
  ) throws {
    let root: Node?
    do { root = try Parser(yaml: text, encoding: .utf8).singleRoot() } catch {
      throw ConfigurationValue.failure(error, file: file)
    }
    guard let root else {
      throw Failure(.configuration, "the \(what) is empty", file: file, remedy: filling)
    }
    self.init(root, file: file, called: "the \(what)")
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
