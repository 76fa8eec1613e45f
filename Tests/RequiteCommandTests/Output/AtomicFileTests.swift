import Glibc
import RequiteCommand
import Testing

@Suite struct AtomicFileTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func aFileAppearsOnlyByItsCommit() throws {
    let file = try AtomicFile(folder("a"))
    try file.write("some text")
    #expect(folder.text("a") == nil)
    try file.commit()
    #expect(folder.text("a") == "some text")
    #expect(try folder.names() == ["a"])
  }

  @Test func theOldFileStaysUntilTheCommit() throws {
    folder.put("old", at: "a")
    let file = try AtomicFile(folder("a"))
    try file.write("new")
    #expect(folder.text("a") == "old")
    try file.commit()
    #expect(folder.text("a") == "new")
  }

  @Test func aDroppedFileLeavesNothing() throws {
    do {
      let file = try AtomicFile(folder("a"))
      try file.write("half")
    }
    #expect(try folder.names() == [])
  }

  @Test func aDiscardedFileLeavesTheOldOne() throws {
    folder.put("old", at: "a")
    let file = try AtomicFile(folder("a"))
    try file.write("new")
    file.discard()
    #expect(folder.text("a") == "old")
    #expect(try folder.names() == ["a"])
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func everySizeArrivesWhole(size: Int) throws {
    let text = String((0..<size).map { Character(UnicodeScalar(UInt8(97 + $0 % 26))) })
    let file = try AtomicFile(folder("a"))
    let middle = text.utf8.count / 3
    try file.write(String(text.prefix(middle)))
    try file.write(String(text.dropFirst(middle)))
    try file.commit()
    #expect(folder.text("a") == text)
  }

  @Test func theModeIsTheOneAskedFor() throws {
    let old = umask(0)
    defer { umask(old) }
    try AtomicFile.write([1], to: folder("usual"))
    try AtomicFile.write([1], to: folder("secret"), mode: 0o600)
    #expect(mode(of: folder("usual")) == 0o640)
    #expect(mode(of: folder("secret")) == 0o600)
  }

  @Test func aLinkUnderTheNameIsReplacedAndNotFollowed() throws {
    folder.put("elsewhere", at: "target")
    symlink(folder("target"), folder("a"))
    try AtomicFile.write(Array("new".utf8), to: folder("a"))
    #expect(folder.text("target") == "elsewhere")
    #expect(folder.text("a") == "new")
  }

  @Test func aNameOfFullLengthIsPossible() throws {
    let name = String(repeating: "ü", count: 127)
    try AtomicFile.write([0x78], to: folder(name))
    #expect(folder.text(name) == "x")
  }

  @Test func aPathBelowAFileCannotBeCreated() throws {
    folder.put("", at: "file")
    let path = folder("file/a")
    #expect(
      message { try AtomicFile.write([1], to: path) } == """
        requite: \(path): the file cannot be created.
          Check that its directory exists, is writable and has room.
          Cause: create: Not a directory.

        """)
    #expect(code { try AtomicFile.write([1], to: path) } == .cannotCreate)
  }

  @Test func aDirectoryUnderTheNameStaysAndNoTemporaryIsLeft() throws {
    mkdir(folder("a"), 0o755)
    #expect(code { try AtomicFile.write([1], to: folder("a")) } == .cannotCreate)
    #expect(try folder.names() == ["a"])
  }

  @Test func theSameBytesLeaveTheFileUntouched() throws {
    folder.put("same", at: "a")
    let before = inode("a")
    #expect(try AtomicFile.writeIfChanged(Array("same".utf8), to: folder("a")) == false)
    #expect(inode("a") == before)
    #expect(try folder.names() == ["a"])
  }

  @Test(arguments: ["samE", "sam", "same ", ""])
  func otherBytesReplaceTheFile(text: String) throws {
    folder.put("same", at: "a")
    #expect(try AtomicFile.writeIfChanged(Array(text.utf8), to: folder("a")) == true)
    #expect(folder.text("a") == text)
  }

  @Test func aLateDifferenceInALongFileIsSeen() throws {
    var bytes = [UInt8](repeating: 0x61, count: 150_000)
    #expect(try AtomicFile.writeIfChanged(bytes, to: folder("a")) == true)
    #expect(try AtomicFile.writeIfChanged(bytes, to: folder("a")) == false)
    bytes[149_999] = 0x62
    #expect(try AtomicFile.writeIfChanged(bytes, to: folder("a")) == true)
  }

  @Test func aLinkToTheSameBytesIsReplacedByAFile() throws {
    folder.put("same", at: "target")
    symlink(folder("target"), folder("a"))
    #expect(try AtomicFile.writeIfChanged(Array("same".utf8), to: folder("a")) == true)
  }

  private func inode(_ name: String) -> ino_t {
    var status = stat()
    stat(folder(name), &status)
    return status.st_ino
  }
}
