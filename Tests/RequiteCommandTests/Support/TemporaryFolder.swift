import Glibc
import RequiteCommand

/// A directory of a test's own, removed with all it holds when the test lets go of it.
final class TemporaryFolder {
  /// Where it lies.
  let path: String

  init() throws {
    var template = Array("/tmp/requite-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(.cannotCreate, "no directory for a test") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    TemporaryFolder.remove(path)
  }

  /// The path of a name in it.
  func callAsFunction(_ name: String) -> String {
    "\(path)/\(name)"
  }

  /// The text of a file in it; `nil` when there is none.
  func text(_ name: String) -> String? {
    contents(of: self(name))
  }

  /// Every name in it, hidden ones included, sorted.
  func names(_ name: String = "") throws -> [String] {
    try Directory.names(in: name.isEmpty ? path : self(name))
  }

  /// Puts a file there by plain calls, not by the code under test.
  func put(_ text: String, at name: String, mode: mode_t = 0o644) {
    let bytes = Array(text.utf8)
    let descriptor = open(self(name), O_WRONLY | O_CREAT | O_TRUNC, mode)
    _ = write(descriptor, bytes, bytes.count)
    fchmod(descriptor, mode)
    close(descriptor)
  }

  private static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    for name in (try? Directory.names(in: path)) ?? [] { remove("\(path)/\(name)") }
    rmdir(path)
  }
}

/// The text of a file, read by plain calls; `nil` when there is none.
func contents(of path: String) -> String? {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var (bytes, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
    bytes += chunk[..<count]
  }
}

/// The mode of a file or directory, permissions only; `nil` when there is none.
func mode(of path: String) -> mode_t? {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
}

/// Runs `body` on `count` threads at once and returns when all have ended.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  final class Work: Sendable {
    let index: Int
    let body: @Sendable (Int) -> Void
    init(_ index: Int, _ body: @escaping @Sendable (Int) -> Void) { (self.index, self.body) = (index, body) }
  }
  let threads = (0..<count).map { index in
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(index, body)).toOpaque()
    pthread_create(&thread, nil, runWork, work)
    return thread
  }
  func runWork(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    let work = Unmanaged<Work>.fromOpaque(pointer!).takeRetainedValue()
    work.body(work.index)
    return nil
  }
  for thread in threads { pthread_join(thread, nil) }
}

/// The message of the failure that `body` throws, as a stage called `requite` prints it; `nil` when it throws none.
func message(_ body: () throws -> Void) -> String? {
  do { try body() } catch { return Failure(error).message(from: "requite") }
  return nil
}

/// The code of the failure that `body` throws; `nil` when it throws none.
func code(_ body: () throws -> Void) -> ExitCode? {
  do { try body() } catch { return Failure(error).code }
  return nil
}
