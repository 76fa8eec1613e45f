import RequiteCommand
import RequiteFormats
import RequiteIngest
import RequiteModel

extension AdapterFile {
  /// The adapter with its parameters.
  ///
  /// - Parameters:
  ///   - given: the parameters that the configuration gives.
  ///   - file: the configuration; its folder is where relative paths of side files begin.
  package func adapter(_ given: [String: String], configuration file: String?) throws -> Adapter {
    let reader = AdapterReader(text: AdapterText(parameters: try values(given, file: file)), file: self)
    var adapter = try reader.adapter()
    let folder = file.map { $0.contains("/") ? String($0[...$0.lastIndex(of: "/")!]) : "" } ?? ""
    for (name, lookup) in adapter.lookups {
      guard let path = lookup.path, !path.hasPrefix("/") else { continue }
      adapter.lookups[name]?.path = folder + path
    }
    adapter.identity = try identity(of: adapter, given)
    return adapter
  }

  /// What tells whether rows read before would be read the same way now: the file, the parameters, the side files.
  private func identity(of adapter: Adapter, _ given: [String: String]) throws -> String {
    var lines = ["requite.adapter/1", sha256]
    lines += try values(given, file: nil).sorted { $0.key < $1.key }.map { "parameter \($0.key)=\($0.value)" }
    for name in adapter.usedLookups.keys.sorted() {
      guard let path = adapter.lookups[name]?.path else { continue }
      do { lines.append("side file \(name)=\(try SHA256Digest.hex(ofFile: path))") } catch let failure as FileFailure {
        guard failure.isMissing else { throw failure }
        throw Failure(
          .inputMissing, "the side file \(name) of the adapter \(adapter.name) is not there", file: path,
          remedy: "Put it there, or give its path as a parameter of the adapter.")
      }
    }
    return lines.joined(separator: "\n")
  }
}

/// Reads the parts of an adapter file.
struct AdapterReader {
  let text: AdapterText
  let file: AdapterFile
  /// The names of the side files, as far as they are known.
  var lookups: [String] = []
  /// What times without a zone mean.
  var clock = ClockSetting()

  init(text: AdapterText, file: AdapterFile) {
    self.text = text
    self.file = file
  }

  /// Reads everything.
  func adapter() throws -> Adapter {
    var reader = self
    var result = Adapter()
    let (root, members) = (file.root, file.members)
    result.name = try root.required("adapter", of: members).text()
    _ = try root.required("about", of: members).text()
    _ = try root.required("standing", of: members).choice(Standing.self)
    result.kind = try kind(root.required("kind", of: members))
    result.source = try source(root.required("source", of: members))
    if let zone = members["zone"] { result.clock.zone = try text.name(zone) }
    if let gap = members["gap"] { result.clock.gap = try gap.choice() }
    if let fold = members["fold"] { result.clock.fold = try fold.choice() }
    reader.clock = result.clock
    for (name, value) in try members["columns"]?.members() ?? [] { result.columns[name] = try text.texts(value) }
    for (name, value) in try members["lookups"]?.members() ?? [] { result.lookups[name] = try lookup(value) }
    reader.lookups = result.lookups.keys.sorted()
    for (name, value) in try members["let"]?.members() ?? [] { result.values[name] = try reader.value(value) }
    result.rejected = try members["reject"]?.elements().map(reader.condition) ?? []
    result.skipped = try members["skip"]?.elements().map(reader.condition) ?? []
    result.rows = try reader.rows(result.kind)
    return result
  }

  private func kind(_ value: ConfigurationValue) throws -> DumpKind {
    guard let kind = DumpKind(rawValue: try value.text()) else {
      throw value.failure(wanted: "one of \(DumpKind.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return kind
  }

  /// Whether an adapter was tried on a real export.
  private enum Standing: String, CaseIterable {
    /// Made from the source's own code or documentation.
    case documented
    /// Parts of it are general knowledge: check it against one real export.
    case template
  }
}
