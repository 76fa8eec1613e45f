import Yams

extension ConfigurationValue {
  /// The text of the file at `path`, a `kind` of file such as `configuration`; `remedy` says how another is named.
  ///
  /// - Throws: 78 for a file that is missing or is not UTF-8; 77 or 74 when it cannot be read.
  static func text(of path: String, called kind: String, remedy: String) throws -> String {
    let bytes: [UInt8]
    do { bytes = try SmallFile.read(path) } catch let failure as Failure where failure.code == .inputMissing {
      throw Failure(.configuration, "there is no such \(kind)", file: path, remedy: remedy, cause: failure.cause)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.configuration, "the \(kind) is not UTF-8", file: path)
    }
    return text
  }

  /// The whole of a YAML text that messages call `document`; `nil` for a text without a value.
  ///
  /// - Throws: 78 for a text that is not YAML.
  init?(yaml text: String, file: String, called document: String) throws {
    let root: Node?
    do { root = try Parser(yaml: text, encoding: .utf8).singleRoot() } catch {
      throw ConfigurationValue.failure(error, file: file)
    }
    guard let root else { return nil }
    self.init(root, file: file, called: document)
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
