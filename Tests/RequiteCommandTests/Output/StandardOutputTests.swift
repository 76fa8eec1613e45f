import Glibc
import RequiteCommand
import Testing

@Suite struct StandardOutputTests {
  @Test func aFullDiskIsAFailure() {
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let output = StandardOutput(descriptor: descriptor)
    #expect(throws: Never.self) { try output.write("short enough to wait") }
    #expect(
      message { try output.flush() } == """
        requite: standard output: the file does not fit.
          Make room (disk, quota or file-size limit) and run again; nothing was replaced.
          Cause: write: No space left on device.

        """)
  }

  @Test func aReaderThatWentAwayIsAFailure() {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    close(ends[0])
    defer { close(ends[1]) }
    let output = StandardOutput(descriptor: ends[1])
    #expect(code { try output.write(String(repeating: "x", count: 100_000)) } == .inputOutput)
  }

  @Test func whatIsWrittenInPiecesArrivesInOrder() throws {
    let folder = try TemporaryFolder()
    let descriptor = open(folder("a"), O_WRONLY | O_CREAT, 0o600)
    let output = StandardOutput(descriptor: descriptor)
    let pieces = (0..<20_000).map { "\($0)," }
    for piece in pieces { try output.write(piece) }
    try output.flush()
    close(descriptor)
    #expect(folder.text("a") == pieces.joined())
  }
}
