import Glibc
import RequiteCommand
import Synchronization
import Testing

@Suite struct KeyFileTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: [
    (["REQUITE_KEY_FILE": "/k/key", "HOME": "/h"], "/k/key"),
    (["XDG_CONFIG_HOME": "/x", "HOME": "/h"], "/x/requite/key"),
    (["XDG_CONFIG_HOME": "relative", "HOME": "/h"], "/h/.config/requite/key"),
    (["REQUITE_KEY_FILE": "", "XDG_CONFIG_HOME": "", "HOME": "/h"], "/h/.config/requite/key"),
  ])
  func theUsualPlaceFollowsTheEnvironment(variables: [String: String], path: String) throws {
    #expect(try KeyFile.standard(Environment(variables)).path == path)
  }

  @Test func withoutAnyVariableThereIsNoPlace() {
    #expect(
      message { _ = try KeyFile.standard(Environment([:])) } == """
        requite: no place is known for the key file.
          Set REQUITE_KEY_FILE to a path outside the dumps and the output.

        """)
  }

  @Test func theFirstUseMakesAKeyForItsOwnerOnly() throws {
    let file = KeyFile(folder("config/requite/key"))
    let opened = try file.open()
    #expect(opened.isNew)
    #expect(mode(of: file.path) == 0o600)
    #expect(mode(of: folder("config/requite")) == 0o700)
    #expect(try folder.names("config/requite") == ["key"])
    let text = try #require(contents(of: file.path))
    #expect(text.utf8.count == 65)
    #expect(text == hex(opened.key) + "\n")
  }

  @Test func laterUsesFindTheSameKey() throws {
    let file = KeyFile(folder("key"))
    let first = try file.open()
    let second = try file.open()
    #expect(first.isNew && !second.isNew)
    #expect(first.key == second.key)
  }

  @Test func twoPlacesGetTwoKeys() throws {
    #expect(try KeyFile(folder("a")).open().key != KeyFile(folder("b")).open().key)
  }

  @Test func runsThatStartAtOnceAgreeOnOneKey() throws {
    for round in 0..<20 {
      let file = KeyFile(folder("\(round)/key"))
      let opened = Mutex<[KeyFile.Opened]>([])
      onThreads(4) { _ in
        #expect(throws: Never.self) {
          let one = try file.open()
          opened.withLock { $0.append(one) }
        }
      }
      #expect(opened.withLock { Set($0.map(\.key)) }.count == 1)
      #expect(opened.withLock { $0.count(where: \.isNew) } == 1)
      #expect(try folder.names("\(round)") == ["key"])
    }
  }

  @Test(arguments: [0o640, 0o604, 0o620, 0o601] as [mode_t])
  func aKeyThatOthersMayTouchIsRefused(mode: mode_t) {
    folder.put(String(repeating: "a", count: 64) + "\n", at: "key", mode: mode)
    let path = folder("key")
    #expect(
      message { _ = try KeyFile(path).open() } == """
        requite: \(path): others may read or change the key file.
          Run chmod 600 on it, and ask yourself who has read it.

        """)
    #expect(code { _ = try KeyFile(path).open() } == .configuration)
  }

  @Test(arguments: [
    "", "\n", String(repeating: "a", count: 63), String(repeating: "a", count: 65), String(repeating: "g", count: 64),
    String(repeating: "a", count: 64) + "\n\n", " " + String(repeating: "a", count: 63),
  ])
  func aMalformedKeyIsRefusedAndNotShown(text: String) {
    folder.put(text, at: "key", mode: 0o600)
    let path = folder("key")
    #expect(
      message { _ = try KeyFile(path).open() } == """
        requite: \(path): the key file does not hold 64 hexadecimal digits.
          Restore it from your backup. A new key would make every customer a new one.

        """)
    #expect(folder.text("key") == text)
  }

  @Test(arguments: ["\n", ""])
  func theLineEndMayBeMissing(ending: String) throws {
    folder.put(String(repeating: "0F", count: 32) + ending, at: "key", mode: 0o400)
    #expect(try KeyFile(folder("key")).open().key.bytes == [UInt8](repeating: 15, count: 32))
  }

  @Test func aDirectoryOrAPathBelowAFileIsNoKey() {
    folder.put("", at: "file")
    #expect(code { _ = try KeyFile(folder.path).open() } == .configuration)
    #expect(code { _ = try KeyFile(folder("file/key")).open() } == .cannotCreate)
  }

  @Test func aKeyNeverShowsItself() throws {
    let key = try KeyFile(folder("key")).open().key
    var dumped = ""
    dump(key, to: &dumped)
    dump(KeyFile.Opened.self, to: &dumped)
    for text in ["\(key)", String(reflecting: key), String(describing: [key]), dumped] {
      #expect(!text.contains(hex(key)) && !text.contains("\(key.bytes[0]), \(key.bytes[1])"))
    }
    #expect("\(key)" == "a key that is not shown")
  }

  private func hex(_ key: SecretKey) -> String {
    key.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
