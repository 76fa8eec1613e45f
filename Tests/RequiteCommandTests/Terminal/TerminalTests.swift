import Glibc
import RequiteCommand
import Testing

@Suite struct TerminalTests {
  @Test func aFileIsNoTerminal() throws {
    let folder = try TemporaryFolder()
    let descriptor = open(folder("a"), O_WRONLY | O_CREAT, 0o600)
    defer { close(descriptor) }
    let terminal = Terminal(descriptor: descriptor, environment: Environment(["TERM": "xterm"]))
    #expect(terminal == Terminal(isInteractive: false, width: 80, prefersColor: false))
  }

  @Test(
    arguments: [
      (["TERM": "xterm"], true, true), (["TERM": "xterm", "NO_COLOR": "1"], true, false),
      (["TERM": "xterm", "NO_COLOR": ""], true, true), (["TERM": "dumb"], false, false), ([:], false, false),
    ] as [([String: String], Bool, Bool)])
  func aTerminalFollowsTheEnvironment(variables: [String: String], isInteractive: Bool, prefersColor: Bool) {
    withPseudoTerminal { descriptor in
      let terminal = Terminal(descriptor: descriptor, environment: Environment(variables))
      #expect(terminal == Terminal(isInteractive: isInteractive, width: 132, prefersColor: prefersColor))
    }
  }

  @Test func theUserMayAskOtherwise() {
    let plain = Terminal(isInteractive: false, width: 80, prefersColor: false)
    let colored = Terminal(isInteractive: true, width: 80, prefersColor: true)
    #expect([plain.usesColor(.auto), plain.usesColor(.always), plain.usesColor(.never)] == [false, true, false])
    #expect([colored.usesColor(.auto), colored.usesColor(.always), colored.usesColor(.never)] == [true, true, false])
  }

  /// A terminal of 132 columns that nobody looks at.
  private func withPseudoTerminal(_ body: (Int32) -> Void) {
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(terminal) }
    var size = winsize(ws_row: 40, ws_col: 132, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    body(terminal)
  }
}
