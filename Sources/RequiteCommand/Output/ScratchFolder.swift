import Glibc
import Synchronization

/// A folder for what is needed only while a command runs; removed when the last owner lets go, and at a signal.
public final class ScratchFolder {
  /// Where it lies.
  public let path: String
  private static let made = Atomic(0)

  /// Creates the folder inside `directory`, for the owner alone.
  ///
  /// - Parameters:
  ///   - directory: the folder to create it in, which is created, too.
  ///   - name: the beginning of its name; a hidden one is not mistaken for a result.
  public init(in directory: String, name: String) throws {
    let number = ScratchFolder.made.add(1, ordering: .relaxed).newValue
    path = "\(directory)/\(name)-\(getpid())-\(number)"
    try Directory.create(directory)
    TemporaryFiles.remember(path)
    Directory.removeTree(path)
    try Directory.create(path, mode: 0o700)
  }

  deinit {
    Directory.removeTree(path)
    TemporaryFiles.forget(path)
  }

  /// Removes the scratch folders of that name which a killed run left more than a day ago.
  ///
  /// A folder's age is that of its last new file, and nothing that is made of a night takes a day.
  public static func sweep(_ directory: String, name: String, now: UTCTime) {
    for entry in (try? Directory.names(in: directory)) ?? [] where entry.hasPrefix("\(name)-") {
      guard let status = linkStatus(of: "\(directory)/\(entry)") else { continue }
      if now.seconds - Int64(status.st_mtim.tv_sec) > 86_400 { Directory.removeTree("\(directory)/\(entry)") }
    }
  }
}
