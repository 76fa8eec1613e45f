import Glibc
import RequiteCommand
import Testing

@Suite struct ObjectStoreTests {
  let folder: TemporaryFolder
  let store: ObjectStore
  let object = ObjectStore.Object(String(repeating: "4f", count: 32), .ledger)

  init() throws {
    folder = try TemporaryFolder()
    store = ObjectStore(folder("reports/objects"))
  }

  @Test func aKeptFileOutlivesItsFirstName() throws {
    folder.put("facts", at: "a.ledger")
    try store.keep(folder("a.ledger"), as: object)
    #expect(store.path(of: object) == folder("reports/objects/4f/\(object.digest).ledger"))
    #expect(store.path(ofLedger: object.digest) == store.path(of: object))
    #expect(store.contains(object))
    unlink(folder("a.ledger"))
    #expect(contents(of: store.path(of: object)) == "facts")
    #expect(mode(of: folder("reports/objects")) == 0o700)
    #expect(try store.objects() == [object])
  }

  @Test func theSameObjectIsKeptOnce() throws {
    try store.keep(Array("facts".utf8), as: object)
    try store.keep(Array("never written".utf8), as: object)
    #expect(contents(of: store.path(of: object)) == "facts")
    #expect(mode(of: store.path(of: object)) == 0o600)
  }

  @Test func aFileThatIsNotThereCannotBeKept() {
    #expect(code { try store.keep(folder("nothing"), as: object) } == .inputMissing)
    #expect(!store.contains(object))
  }

  @Test func anObjectIsLentUnderAnotherName() throws {
    try store.keep(Array("facts".utf8), as: object)
    try store.lend(object, as: folder("b.ledger"))
    unlink(store.path(of: object))
    #expect(folder.text("b.ledger") == "facts")
  }

  @Test(arguments: ["4f.ledger", "x", "\(String(repeating: "4F", count: 32)).ledger"])
  func otherNamesAreNoObjects(_ name: String) {
    #expect(ObjectStore.Object(name: name) == nil)
  }

  @Test func aNameReadsBack() {
    #expect(ObjectStore.Object(name: object.name) == object)
    #expect(!ObjectStore.isDigest("../../etc/passwd"))
  }
}
