import Glibc
import RequiteCommand
import Testing

@Suite struct DirectoryLockTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }
  let time = UTCTime(seconds: 1_772_323_200)

  @Test func aSecondHolderIsToldWhoTheFirstIs() throws {
    let lock = try DirectoryLock(folder.path, since: time)
    let path = folder.path
    #expect(
      message { _ = try DirectoryLock(path, since: time) } == """
        requite: \(path): another run is at work here (process \(getpid()), since 2026-03-01T00:00:00Z).
          Wait until it has ended, or stop it, then run again.

        """)
    #expect(code { _ = try DirectoryLock(path, since: time) } == .tryLater)
    lock.release()
  }

  @Test func aReleasedLockIsFreeAndSoIsADroppedOne() throws {
    let lock = try DirectoryLock(folder.path, since: time)
    lock.release()
    do { _ = try DirectoryLock(folder.path, since: time) }
    #expect(throws: Never.self) { try DirectoryLock(folder.path, since: time).release() }
  }

  /// A child that is being started shares the descriptor until it runs its program; so does a duplicate.
  @Test func aReleasedLockIsFreeThoughADuplicateOfItsDescriptorIsOpen() throws {
    let lock = try DirectoryLock(folder.path, since: time)
    let duplicates = try descriptors(of: folder(".lock")).map { dup($0) }
    #expect(duplicates.count == 1)
    lock.release()
    #expect(throws: Never.self) { try DirectoryLock(folder.path, since: time).release() }
    for duplicate in duplicates { close(duplicate) }
  }

  /// The descriptors of this process that stand for the file at `path`.
  private func descriptors(of path: String) throws -> [Int32] {
    try Directory.names(in: "/proc/self/fd").compactMap { Int32($0) }.filter { descriptor in
      var (one, other) = (stat(), stat())
      return fstat(descriptor, &one) == 0 && stat(path, &other) == 0 && one.st_ino == other.st_ino
        && one.st_dev == other.st_dev
    }
  }

  @Test func theLockIsHeldWhileTheBodyRunsAndFreeAfterItThrows() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try DirectoryLock.holding(folder.path, since: time) {
        #expect(code { _ = try DirectoryLock(folder.path, since: time) } == .tryLater)
        throw Stop()
      }
    }
    #expect(try DirectoryLock.holding(folder.path, since: time) { 7 } == 7)
  }

  @Test func locksOfTwoNamesDoNotExcludeEachOther() throws {
    let first = try DirectoryLock(folder.path, since: time, name: ".a")
    #expect(try DirectoryLock.holding(folder.path, since: time, name: ".b") { true })
    first.release()
  }

  @Test func aLongerNoteOfAnEarlierHolderDoesNotShineThrough() throws {
    folder.put(String(repeating: "old ", count: 20), at: ".lock")
    try DirectoryLock(folder.path, since: time).release()
    #expect(folder.text(".lock") == "process \(getpid()), since 2026-03-01T00:00:00Z\n")
  }

  @Test func withoutADirectoryThereIsNoLock() {
    #expect(code { _ = try DirectoryLock(folder("missing"), since: time) } == .cannotCreate)
  }
}
