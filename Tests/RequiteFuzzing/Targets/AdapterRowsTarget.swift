import Foundation
import RequiteAdapters
import RequiteCommand
import RequiteIngest
import RequiteTestSupport

/// Dumps of other systems, read through the adapters of the project.
///
/// The first byte says which adapter, the second where the text is cut, the rest is the text.
enum AdapterRowsTarget: FuzzTarget {
  static let name = "adapter-rows"

  /// The adapters with the parameters of their samples, in the order of their names.
  static let adapters: [(dump: String, adapter: Adapter)] = {
    let samples = ProjectFolder.path("Tests/RequiteAdaptersTests/Samples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: samples)) ?? []
    return names.sorted().compactMap { name in
      let folder = "\(samples)/\(name)"
      guard let entries = try? Configuration(contentsOf: "\(folder)/config.yaml").adapters else { return nil }
      let set = AdapterSet(
        entries, configuration: "\(folder)/config.yaml", folders: [ProjectFolder.path("Pipelines/adapters")])
      let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      guard let dump = files.first(where: { DumpName.index(of: $0, in: set.patterns) != nil }),
        let adapter = try? set.adapter(for: dump)
      else { return nil }
      return ("\(folder)/\(dump)", adapter)
    }
  }()

  static func check(_ bytes: [UInt8]) throws {
    try Broken.unless(!adapters.isEmpty, "the adapters of the project and their samples are there")
    guard bytes.count > 2 else { return }
    let adapter = adapters[Int(bytes[0]) % adapters.count].adapter
    let name = DumpName("dump-2026-03-31", kind: adapter.kind)
    try DumpTrial.tryAll(Array(bytes[2...]), name: name, adapter: adapter, cut: Int(bytes[1]))
  }
}
