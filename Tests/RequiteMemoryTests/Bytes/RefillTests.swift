import Glibc
import RequiteMemory
import RequiteTestSupport
import Testing

/// Bytes that are written over, and what fills them.
@Suite struct RefillTests {
  private struct Stop: Error {}

  @Test func theBeginningIsWrittenOver() throws {
    var bytes: [UInt8] = [1, 2, 3]
    let copy = bytes
    #expect(bytes.refill { $0.append(copying: [7, 8].span) } == 2)
    #expect(bytes == [7, 8, 3] && copy == [1, 2, 3])
    #expect(throws: Stop.self) { try bytes.refill { _ throws(Stop) in throw Stop() } }
    var none: [UInt8] = []
    #expect(none.refill { room in while !room.isFull { room.append(1) } } == 0)
  }

  @Test func aCallOfTheSystemAddsWhatThereIsRoomFor() {
    let folder = TemporaryFolder()
    let descriptor = open(folder.write("0123456789", to: "digits"), O_RDONLY)
    defer { close(descriptor) }
    let read = [UInt8](capacity: 8) { room in
      #expect(room.append(readingFrom: descriptor, at: 6) == 4)
      #expect(room.append(readingFrom: descriptor) == 4)
      #expect(room.isFull && room.append(readingFrom: descriptor) == 0)
    }
    #expect(String(decoding: read, as: UTF8.self) == "67890123")
    let rest = [UInt8](capacity: 100) { room in
      #expect(room.append(readingFrom: descriptor) == 6)
      #expect(room.append(readingFrom: descriptor) == 0)
      #expect(room.append(readingFrom: descriptor, at: 100) == 0)
      #expect(room.append(readingFrom: -1) == -1 && errno == EBADF)
    }
    #expect(String(decoding: rest, as: UTF8.self) == "456789")
  }
}
