import RequiteCommand
import RequiteDocuments
import RequiteIngest

/// Whoever may see what stands for single people: who holds the key that made the pseudonyms.
struct KeyHolder {
  /// The folder of the night.
  let out: String

  /// - Throws: 77 unless the key file holds the key of one of the dumps.
  func check() throws {
    let file = try KeyFile.standard()
    guard let key = try file.read() else { throw refusal("there is no key file", file) }
    let id = PseudonymKey(bytes: key.bytes).id
    let folder = "\(out)/ledgers"
    for name in try Directory.names(in: folder) where name.hasSuffix(".manifest.json") {
      let manifest = try DumpManifest(document: StageFile.read("\(folder)/\(name)"), name: name)
      if manifest.key == id { return }
    }
    throw refusal("no dump was read with this key", file)
  }

  private func refusal(_ what: String, _ file: KeyFile) -> Failure {
    Failure(
      .noPermission, what, file: file.path,
      remedy: "--reveal is for who holds the key that made the pseudonyms; set REQUITE_KEY_FILE.")
  }
}
