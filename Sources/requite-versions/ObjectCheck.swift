import RequiteCommand
import RequiteDocuments
import RequiteFormats

/// Hashes objects again, each once however many versions share it.
struct ObjectCheck {
  private let store: ObjectStore
  private var sound: Set<ObjectStore.Object> = []

  /// Nothing has been checked yet.
  init(store: ObjectStore) {
    self.store = store
  }

  /// - Throws: 5 when the object is not what its name says.
  mutating func check(_ object: ObjectStore.Object) throws {
    guard !sound.contains(object) else { return }
    guard try isSound(object) else {
      throw Failure(
        .integrity, "the object is not what was kept", file: store.path(of: object),
        remedy: "Restore it from a backup, or remove it: versions made of it then cannot be rebuilt.")
    }
    sound.insert(object)
  }

  private func isSound(_ object: ObjectStore.Object) throws -> Bool {
    let path = store.path(of: object)
    switch object.kind {
    case .ledger:
      do {
        let reader = try LedgerReader(path: path)
        try reader.verify()
        return reader.digest == object.digest
      } catch let failure as DocumentFailure where failure.isDamage {
        return false
      }
    case .plan, .state: return try SHA256Digest.hex(ofFile: path) == object.digest
    }
  }
}
