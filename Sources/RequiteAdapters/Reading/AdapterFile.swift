import RequiteCommand
import RequiteFormats
import RequiteIngest
import RequiteModel

/// An adapter file, as it lies on the disk.
package struct AdapterFile {
  /// A parameter that the adapter asks for.
  package struct Parameter {
    /// Its name.
    package let name: String
    /// What it is for.
    package let about: String
    /// What it is when nobody says; `nil` if it must be given.
    package let standard: String?
  }

  /// Where the file is.
  package let path: String
  /// The parameters, in the order of the file.
  package let parameters: [Parameter]
  /// The SHA-256 of the file.
  let sha256: String
  let root: ConfigurationValue
  let members: [String: ConfigurationValue]

  /// Reads the file at `path`.
  ///
  /// - Throws: 78 for what is missing, not YAML, or has keys that nobody knows.
  package init(path: String) throws {
    self.path = path
    let bytes = try AdapterFile.bytes(path)
    sha256 = SHA256Digest.hex(of: bytes)
    root = try ConfigurationValue(bytes: bytes, file: path, what: "adapter")
    members = try root.members(among: AdapterKeys.file)
    parameters = try members["parameters"].map(AdapterFile.parameters) ?? []
    let name = try root.required("adapter", of: members)
    let stem = path.split(separator: "/").last.map { $0.hasSuffix(".yaml") ? $0.dropLast(5) : $0 } ?? ""
    guard try name.text() == stem else {
      throw name.failure("the adapter is called \(try name.text()), its file \(stem)", remedy: "Give both one name.")
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    do {
      return try InputFile(path: path).contents()
    } catch {
      guard error.isMissing else { throw error }
      throw Failure(.configuration, "there is no such adapter", file: path, cause: error)
    }
  }

  private static func parameters(_ value: ConfigurationValue) throws -> [Parameter] {
    try value.members().map { name, value in
      let members = try value.members(among: AdapterKeys.parameter)
      let about = try value.required("about", of: members).text()
      let standard = try members["default"].map { $0.isNull ? "" : try AdapterText(parameters: [:]).text($0) }
      return Parameter(name: name, about: about, standard: standard)
    }
  }

  /// The values of the parameters, those that are given and the defaults of the others.
  ///
  /// `file` is the configuration that gives them.
  func values(_ given: [String: String], file: String?) throws -> [String: String] {
    for name in given.keys.sorted() where !parameters.contains(where: { $0.name == name }) {
      let nearest = NearestKey.of(name, among: parameters.map(\.name))
      throw Failure(
        .configuration, "the adapter \(path) has no parameter \(name)", file: file,
        remedy: nearest.map { "Did you mean \($0)?" })
    }
    var values: [String: String] = [:]
    for parameter in parameters {
      guard let value = given[parameter.name] ?? parameter.standard else {
        throw Failure(
          .configuration, "the adapter \(path) needs the parameter \(parameter.name): \(parameter.about)", file: file,
          remedy: "Give it under adapters, as in parameters: {\(parameter.name): …}.")
      }
      values[parameter.name] = value
    }
    return values
  }
}
