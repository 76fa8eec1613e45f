import RequiteCommand
import RequiteFormats
import RequiteIngest
import RequiteModel

/// The adapters that a configuration names, each read when the first dump needs it.
package final class AdapterSet {
  private let entries: [Configuration.Adapter]
  private let configuration: String?
  private let folders: [String]
  private var adapters: [Int: Adapter] = [:]

  /// - Parameters:
  ///   - entries: what the configuration says.
  ///   - configuration: where it lies.
  ///   - folders: where adapters are looked for by name; by default beside the configuration and the executable.
  package init(_ entries: [Configuration.Adapter], configuration: String?, folders: [String]? = nil) {
    self.entries = entries
    self.configuration = configuration
    self.folders = folders ?? AdapterSet.standardFolders(configuration)
  }

  /// The patterns of the file names, in their order.
  package var patterns: [String] { entries.map(\.match) }

  /// The adapter for a dump; `nil` for one of the canonical layout.
  ///
  /// - Throws: 78 for an adapter that cannot be used.
  package func adapter(for name: String) throws -> Adapter? {
    guard let index = DumpName.index(of: name, in: patterns) else { return nil }
    if let known = adapters[index] { return known }
    let entry = entries[index]
    let adapter = try AdapterFile(path: path(of: entry.use)).adapter(entry.parameters, configuration: configuration)
    adapters[index] = adapter
    return adapter
  }

  /// The file that `use` means: a path beside the configuration, or a name in one of the folders.
  private func path(of use: String) throws -> String {
    if use.contains("/") || use.hasSuffix(".yaml") {
      return use.hasPrefix("/") ? use : AdapterSet.folder(of: configuration) + use
    }
    for folder in folders where try (Directory.names(inDirectory: folder) ?? []).contains("\(use).yaml") {
      return "\(folder)/\(use).yaml"
    }
    let names = try folders.flatMap { try Directory.names(inDirectory: $0) ?? [] }.filter { $0.hasSuffix(".yaml") }
    let nearest = NearestKey.of(use, among: names.map { String($0.dropLast(5)) })
    throw Failure(
      .configuration, "there is no adapter called \(use)", file: configuration,
      remedy: (nearest.map { "Did you mean \($0)? " } ?? "") + "Looked in \(folders.joined(separator: ", ")).")
  }

  /// Beside the configuration, where the project was built, and where it was installed.
  private static func standardFolders(_ configuration: String?) -> [String] {
    var folders = ["\(folder(of: configuration))adapters"]
    if let named = Environment.process["REQUITE_ADAPTERS"] { folders.append(named) }
    // The commands lie in .build/<platform>/release of the project, or in PREFIX/bin.
    if let project = ExecutableFolder.above(3) { folders.append("\(project)/Pipelines/adapters") }
    if let prefix = ExecutableFolder.above(1) { folders.append("\(prefix)/share/requite/adapters") }
    return folders.filter { (try? Directory.names(inDirectory: $0)).flatMap { $0 } != nil }
  }

  private static func folder(of file: String?) -> String {
    guard let file, let slash = file.lastIndex(of: "/") else { return "" }
    return String(file[...slash])
  }
}
