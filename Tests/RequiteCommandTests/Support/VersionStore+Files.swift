import RequiteCommand
import RequiteFormats

extension VersionStore {
  /// Publishes a version whose files are held in memory, by name.
  @discardableResult
  func publish(_ files: [String: [UInt8]], id: String, now: UTCTime) throws -> Publication {
    try publish(id: id, now: now) { version in
      for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
        try version.write(name) { try $0.write(bytes) }
      }
    }
  }
}
