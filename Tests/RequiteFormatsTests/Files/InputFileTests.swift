import Glibc
import RequiteFormats
import Testing

@Suite struct InputFileTests {
  @Test func aFileIsReadInPiecesAndByPlace() throws {
    let temporary = try TemporaryFile(Array("abcdefghij".utf8))
    let file = try InputFile(path: temporary.path)
    #expect(file.size == 10)
    #expect(try read(file, 4) == "abcd")
    #expect(try read(file, 4, at: 8) == "ij")
    #expect(try read(file, 20) == "efghij")
    #expect(try read(file, 1) == "")
    #expect(try !file.hasChanged())
  }

  @Test func anArrayIsFilledAsFarAsTheFileReaches() throws {
    let temporary = try TemporaryFile(Array("abcdefghij".utf8))
    let file = try InputFile(path: temporary.path)
    var buffer = [UInt8](repeating: 0, count: 6)
    #expect(try file.read(into: &buffer) == 6)
    #expect(buffer == Array("abcdef".utf8))
    #expect(try file.read(into: &buffer) == 4)
    #expect(buffer == Array("ghijef".utf8))
    #expect(try file.read(into: &buffer) == 0)
  }

  @Test func aFileThatGrowsHasChanged() throws {
    let temporary = try TemporaryFile(Array("a".utf8))
    let file = try InputFile(path: temporary.path)
    #expect(truncate(temporary.path, 100) == 0)
    #expect(try file.hasChanged())
  }

  @Test func aMissingFileIsNamed() {
    let error = failure(of: "/tmp/requite-no-such\u{1b}[2J-file")
    #expect(error?.isMissing == true && error?.isForbidden == false)
    #expect(
      error.map(String.init(describing:))
        == "/tmp/requite-no-such\\u{1b}[2J-file: cannot open: No such file or directory")
  }

  @Test func aDirectoryIsNoFile() {
    #expect(failure(of: "/tmp")?.message == "is a directory, not a file")
  }

  @Test func aDeviceIsNoFile() {
    #expect(failure(of: "/dev/null")?.message == "is a device, not a file")
  }

  @Test func aNamedPipeIsRefusedWithoutWaiting() throws {
    let temporary = try TemporaryFile([])
    let pipe = temporary.path + ".pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    #expect(failure(of: pipe)?.message == "is a named pipe, not a file")
  }

  @Test func aNameWithANULIsRefused() {
    #expect(failure(of: "/tmp\0/x")?.code == 0)
  }

  private func failure(of path: String) -> FileFailure? {
    do throws(FileFailure) {
      _ = try InputFile(path: path)
      return nil
    } catch {
      return error
    }
  }

  private func read(_ file: InputFile, _ count: Int, at offset: Int? = nil) throws -> String {
    let bytes = try [UInt8](capacity: count) { room in
      if let offset { try file.read(into: &room, at: offset) } else { try file.read(into: &room) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
