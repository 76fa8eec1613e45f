import Glibc
import RequiteCommand
import Testing

@Suite struct DirectoryTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func missingDirectoriesAreMadeAllTheWayDown() throws {
    try Directory.create(folder("a/b/c"))
    #expect(mode(of: folder("a/b/c")).map { $0 & 0o007 } == 0)
    try Directory.create(folder("a/b/c"))
    try Directory.create(folder("a/b/c/"))
  }

  @Test func aFileInTheWayIsNamed() {
    folder.put("", at: "a")
    let path = folder("a")
    #expect(
      message { try Directory.create(path) } == """
        requite: \(path): a directory is wanted, but there is a file of that name.
          Cause: create: File exists.

        """)
    #expect(code { try Directory.create(folder("a/b")) } == .cannotCreate)
  }

  @Test func namesAreSortedByBytes() throws {
    for name in ["b", "a", "é", "Z", ".h", "e\u{301}"] { folder.put("", at: name) }
    let names = try Directory.names(in: folder.path)
    #expect(names.map { Array($0.utf8) } == [".h", "Z", "a", "b", "e\u{301}", "é"].map { Array($0.utf8) })
  }

  @Test func aMissingDirectoryHasNoNamesAndAFileCannotBeListed() throws {
    folder.put("", at: "a")
    #expect(try Directory.names(in: folder("missing")) == [])
    #expect(code { _ = try Directory.names(in: folder("a")) } == .inputOutput)
  }

  @Test func onlyADirectoryHasNames() throws {
    folder.put("", at: "a")
    #expect(try Directory.names(inDirectory: folder.path) == ["a"])
    #expect(try Directory.names(inDirectory: folder("a")) == nil)
    #expect(try Directory.names(inDirectory: folder("missing")) == nil)
  }

  @Test func aFileIsRemovedOnceOrMoreButADirectoryIsNot() throws {
    folder.put("", at: "a")
    try Directory.removeFile(folder("a"))
    try Directory.removeFile(folder("a"))
    #expect(try folder.names() == [])
    #expect(code { try Directory.removeFile(folder.path) } == .inputOutput)
  }
}
