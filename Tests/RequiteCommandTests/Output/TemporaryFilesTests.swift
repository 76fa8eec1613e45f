import RequiteCommand
import Testing

@Suite struct TemporaryFilesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func whatAKilledRunLeftIsSweptAndNothingElse() throws {
    folder.put("half", at: ".requite-tmp-4711-1-a.ledger")
    folder.put("half", at: ".requite-tmp-4711-2-b.ledger")
    for name in ["a.ledger", ".hidden", "b.tmp", "requite-tmp-1-1-a"] { folder.put("", at: name) }
    #expect(TemporaryFiles.sweep(folder.path) == 2)
    #expect(try folder.names() == [".hidden", "a.ledger", "b.tmp", "requite-tmp-1-1-a"])
  }

  @Test func aFileThatIsBeingWrittenIsNotSwept() throws {
    let file = try AtomicFile(folder("a"))
    try file.write("text")
    #expect(TemporaryFiles.sweep(folder.path) == 0)
    try file.commit()
    #expect(folder.text("a") == "text")
  }

  @Test func aMissingDirectoryHoldsNothingToSweep() {
    #expect(TemporaryFiles.sweep(folder("missing")) == 0)
  }

  @Test func writersAndSweepersAtOnceLoseNoFile() {
    let path = folder.path
    onThreads(4) { index in
      for round in 0..<50 {
        if index == 0 {
          TemporaryFiles.sweep(path)
        } else {
          #expect(throws: Never.self) { try AtomicFile.write([0x78], to: "\(path)/\(index)-\(round)") }
        }
      }
    }
    #expect((try? folder.names().count) == 150)
  }
}
