import Glibc
import RequiteFormats
import Testing

/// Decompressing on a second thread changes nothing but the time it takes.
@Suite struct ReadAheadTests {
  /// Several times what the second thread may be ahead.
  private static let text: [UInt8] = {
    var random = SplitMix(seed: 3)
    return (0..<5_000_000).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) }
  }()

  private static let file = GzipMember(text).bytes

  @Test(arguments: [1000, 262_143, 262_144, 1 << 20])
  func theTextIsTheSame(pieceSize: Int) throws {
    let file = try TemporaryFile(Self.file)
    #expect(try content(of: file, pieceSize: pieceSize, besideParsing: true) == Self.text)
  }

  @Test func shortAndEmptyTextsAreTheSame() throws {
    for text in ["", "a", "id,score\n"] {
      let file = try TemporaryFile(GzipMember(text).bytes)
      #expect(try content(of: file, besideParsing: true) == Array(text.utf8))
    }
    let plain = try TemporaryFile(Self.text, name: "dump.csv")
    #expect(try content(of: plain, besideParsing: true) == Self.text)
  }

  @Test func aFailureComesBehindTheSameBytes() throws {
    var damaged = Self.file
    damaged[damaged.count - 5] ^= 1
    for bytes in [damaged, Self.file + [9], Array(Self.file.dropLast()), Array(Self.file.prefix(2_000_000))] {
      let file = try TemporaryFile(bytes)
      let alone = Self.reading(file, besideParsing: false)
      let beside = Self.reading(file, besideParsing: true)
      #expect(alone.failure != nil)
      #expect(beside == alone)
    }
  }

  @Test func aFailureStays() throws {
    let file = try TemporaryFile([0x1F, 0x8B, 7])
    let stream = try withExtendedLifetime(file) { try DumpStream(path: file.path, besideParsing: true) }
    var piece = [UInt8](repeating: 0, count: 100)
    for _ in 0..<3 {
      #expect(throws: ContainerFailure.self) { try stream.read(into: &piece) }
    }
  }

  @Test func theEndStays() throws {
    let file = try TemporaryFile(GzipMember("a").bytes)
    let stream = try DumpStream(path: file.path, besideParsing: true)
    var piece = [UInt8](repeating: 0, count: 100)
    let counts = try (0..<4).map { _ in try stream.read(into: &piece) }
    #expect(counts == [1, 0, 0, 0])
    #expect(stream.bytesRead == 1)
  }

  @Test func theLimitHolds() throws {
    let file = try TemporaryFile(Self.file)
    let stream = try DumpStream(path: file.path, limit: 1_000_000, besideParsing: true)
    var piece = [UInt8](repeating: 0, count: 100_000)
    #expect(throws: ContainerFailure.self) {
      while try stream.read(into: &piece) > 0 {}
    }
    #expect(stream.bytesRead <= 1_000_000)
  }

  @Test func theObserverSeesTheWholeFile() throws {
    var seen: [UInt8] = []
    _ = try content(of: TemporaryFile(Self.file), besideParsing: true) { seen.append(copying: $0) }
    #expect(seen == Self.file)
  }

  @Test func nothingGoesOnBehindWhoStopsEarly() throws {
    let file = try TemporaryFile(Self.file)
    for pieces in 0...3 {
      var seen = 0
      var stream: DumpStream? = try DumpStream(path: file.path, besideParsing: true) { seen += $0.count }
      var piece = [UInt8](repeating: 0, count: 1000)
      for _ in 0..<pieces { _ = try stream?.read(into: &piece) }
      stream = nil
      let seenByThen = seen
      usleep(5000)
      #expect(seen == seenByThen)
    }
  }

  @Test func theRestCanBeDrained() throws {
    var seen: [UInt8] = []
    let file = try TemporaryFile(Self.file + [7])
    let stream = try DumpStream(path: file.path, besideParsing: true) { seen.append(copying: $0) }
    var piece = [UInt8](repeating: 0, count: 1000)
    #expect(try stream.read(into: &piece) == 1000)
    try stream.drain()
    #expect(seen == Self.file + [7])
  }

  /// What is read in pieces of the size the second thread has, up to a failure.
  private static func reading(_ file: TemporaryFile, besideParsing: Bool) -> Reading {
    var reading = Reading()
    do {
      let stream = try DumpStream(path: file.path, besideParsing: besideParsing)
      var piece = [UInt8](repeating: 0, count: RowReader.defaultChunkSize)
      while true {
        let count = try stream.read(into: &piece)
        guard count > 0 else { return reading }
        reading.content += piece.prefix(count)
      }
    } catch {
      reading.failure = error as? ContainerFailure
    }
    return reading
  }

  private struct Reading: Equatable {
    var content: [UInt8] = []
    var failure: ContainerFailure?
  }
}
