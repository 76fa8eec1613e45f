import Glibc

extension VersionStore {
  /// Publishes a version, or finds that it is already there.
  ///
  /// The files are staged, put on disk, read back and made read-only; then the directory gets its name, the log its
  /// line, and last `latest` moves, in one step. Ended at any moment, the store shows the old version or the new one.
  /// If the version exists, nothing is written, and `latest` moves to it if it points elsewhere.
  ///
  /// - Parameters:
  ///   - id: the version's id: letters, digits, `.`, `_` and `-`, beginning with a letter or digit.
  ///   - now: the time for the log.
  ///   - keep: keeps what a new version was made of, before the version appears: a version never lacks what it names.
  ///   - write: writes all files of a new version, large ones piece by piece.
  /// - Throws: 75 while another run publishes here; 73, 74 or 77 when the files cannot be written.
  public func publish(
    id: String, now: UTCTime, keep: (ObjectStore) throws -> Void = { _ in }, write: (StagedVersion) throws -> Void
  ) throws -> Publication {
    try publishing(now) {
      let previous = try latest()
      let isNew = try writeVersionIfNew(id: id, keep, write)
      let outcome: Publication.Outcome = isNew ? .published : previous == id ? .unchanged : .republished
      try log.append(.init(id: id, previous: previous, publishedAt: now, outcome: outcome))
      if outcome != .unchanged { try moveLatest(to: id) }
      try AtomicFile.writeIfChanged(Array("\(id)\n".utf8), to: "\(root)/latest.txt")
      return Publication(outcome: outcome, id: id, previous: previous, path: directory(of: id))
    }
  }

  /// Adds a version beside the nights, such as one of a period long past; `latest` stays where it is.
  ///
  /// - Parameters:
  ///   - id: the version's id.
  ///   - previous: the version it is to be compared with, which the log names; `nil` for none.
  ///   - now: the time of publishing.
  ///   - keep: keeps what the version was made of.
  ///   - write: writes the version's files.
  /// - Throws: as `publish`.
  public func add(
    id: String, previous: String?, now: UTCTime, keep: (ObjectStore) throws -> Void = { _ in },
    write: (StagedVersion) throws -> Void
  ) throws -> Publication {
    try publishing(now) {
      let outcome: Publication.Outcome = try writeVersionIfNew(id: id, keep, write) ? .added : .unchanged
      if outcome == .added { try log.append(.init(id: id, previous: previous, publishedAt: now, outcome: outcome)) }
      return Publication(outcome: outcome, id: id, previous: previous, path: directory(of: id))
    }
  }

  private func publishing(_ now: UTCTime, _ body: () throws -> Publication) throws -> Publication {
    try Directory.create("\(root)/versions")
    return try DirectoryLock.holding(root, since: now) { try withStaging(body) }
  }

  /// Whether the version was not there before.
  private func writeVersionIfNew(
    id: String, _ keep: (ObjectStore) throws -> Void, _ write: (StagedVersion) throws -> Void
  ) throws -> Bool {
    precondition(VersionStore.isPlainName(id) && id != "latest", "a version's id is a plain name")
    guard !Directory.isDirectory(directory(of: id)) else { return false }
    try keep(objects)
    try writeVersion(id: id, write)
    return true
  }

  private var staging: String { "\(root)/.staging" }

  /// Runs `body` with an empty staging directory.
  ///
  /// Needs the lock: whatever was staged before is stale.
  private func withStaging<Result>(_ body: () throws -> Result) throws -> Result {
    TemporaryFiles.sweep(root)
    Directory.removeTree(staging)
    TemporaryFiles.remember(staging)
    defer {
      Directory.removeTree(staging)
      TemporaryFiles.forget(staging)
    }
    try Directory.create(staging)
    return try body()
  }

  /// Stages the files and gives the finished directory its name.
  private func writeVersion(id: String, _ write: (StagedVersion) throws -> Void) throws {
    let staged = "\(staging)/\(id)"
    try Directory.create(staged)
    try write(StagedVersion(path: staged))
    try Directory.synchronize(staged)
    guard rename(staged, directory(of: id)) == 0 else { throw Failure(SystemError(.rename), file: directory(of: id)) }
    try Directory.synchronize("\(root)/versions")
  }

  /// Points `latest` at a version: a new link renamed over the old one, so that no reader ever finds none.
  private func moveLatest(to id: String) throws {
    let link = "\(staging)/latest"
    guard symlink("versions/\(id)", link) == 0 else { throw Failure(SystemError(.link), file: "\(root)/latest") }
    guard rename(link, "\(root)/latest") == 0 else { throw Failure(SystemError(.rename), file: "\(root)/latest") }
    try Directory.synchronize(root)
  }

  /// Whether `name` is one component of a path that no shell, log or web server would read as anything else.
  static func isPlainName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first.isLetterOrDigit, name.utf8.count <= 200 else { return false }
    return name.utf8.allSatisfy { $0.isLetterOrDigit || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
