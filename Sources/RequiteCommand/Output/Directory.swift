import Glibc

/// Directories as a stage needs them: made where missing, listed in a fixed order, put on disk.
public enum Directory {
  /// Creates the directory and those above it where missing, for the owner and readable for the group.
  ///
  /// - Throws: 73 when it cannot be created, 77 without permission.
  public static func create(_ path: String, mode: UInt32 = 0o750) throws {
    if mkdir(path, mode) == 0 { return }
    let error = SystemError(.create)
    switch error.number {
    case EEXIST:
      guard isDirectory(path) else {
        throw Failure(
          .cannotCreate, "a directory is wanted, but there is a file of that name", file: path, cause: error)
      }
    case ENOENT where PathParts(path).directory != path && PathParts(path).directory != ".":
      try create(PathParts(path).directory, mode: mode)
      guard mkdir(path, mode) == 0 || errno == EEXIST else { throw Failure(SystemError(.create), file: path) }
    default: throw Failure(error, file: path)
    }
  }

  /// The names in a directory, sorted by bytes, without `.` and `..`; none when there is no such directory.
  public static func names(in path: String) throws -> [String] {
    guard var stream = DirectoryStream(path) else {
      if errno == ENOENT { return [] }
      throw Failure(SystemError(.list), file: path)
    }
    var names: [String] = []
    while let name = stream.next() {
      if name != "." && name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw Failure(SystemError(.list), file: path) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Like `names(in:)`, but `nil` for a path that leads to no directory: to a file, or to nothing.
  public static func names(inDirectory path: String) throws -> [String]? {
    isDirectory(path) ? try names(in: path) : nil
  }

  /// Removes a file; one that is not there is fine.
  public static func removeFile(_ path: String) throws {
    guard unlink(path) == 0 || errno == ENOENT else { throw Failure(SystemError(.remove), file: path) }
  }

  /// Puts the names of a directory on disk, so that a rename in it outlives a loss of power.
  static func synchronize(_ path: String) throws {
    let descriptor = try openDescriptor(path, O_RDONLY | O_DIRECTORY)
    defer { close(descriptor) }
    guard retryingInterrupts({ fsync(descriptor) }) == 0 else {
      // Some network file systems cannot sync a directory and say so with EINVAL; there is nothing better to do there.
      if errno == EINVAL { return }
      throw Failure(SystemError(.sync), file: path)
    }
  }

  /// Whether there is a directory under that name; links are followed.
  static func isDirectory(_ path: String) -> Bool {
    status(of: path)?.isDirectory == true
  }

  /// Whether there is a plain file under that name; links are followed.
  static func isFile(_ path: String) -> Bool {
    status(of: path)?.isRegularFile == true
  }

  /// The bytes of the plain files directly in a directory; what cannot be asked counts as none.
  static func size(_ path: String) -> Int64 {
    let names = (try? names(in: path)) ?? []
    return names.reduce(0) { total, name in
      guard let status = linkStatus(of: "\(path)/\(name)"), status.isRegularFile else { return total }
      return total + Int64(status.st_size)
    }
  }

  /// Removes a file, link or directory with all it holds, as far as that is possible.
  ///
  /// Only for what is ours and unfinished: nobody waits for the answer. Links are removed, never followed.
  static func removeTree(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    for name in (try? names(in: path)) ?? [] { removeTree("\(path)/\(name)") }
    rmdir(path)
  }
}
