import Glibc
import Testing

/// A file that is there as long as the value is used.
final class TemporaryFile {
  let path: String
  private let directory: String

  init(_ bytes: [UInt8], name: String = "dump.csv.gz") throws {
    var template = Array("/tmp/requite-formats-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) }
    try #require(made != nil)
    directory = String(cString: made!)
    path = directory + "/" + name
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + done, $0.count - done) }
      try #require(count > 0)
      done += count
    }
  }

  deinit {
    unlink(path)
    rmdir(directory)
  }
}
