import RequiteSamples
import Testing

@Suite struct GzipWriterTests {
  @Test(arguments: [0, 1, 255, 65_536, 1_000_000], [1, 6, 9])
  func unpackingGivesTheBytesBack(count: Int, level: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8(random.next() & 7) }
    #expect(gunzip(GzipWriter.compress(bytes, level: level)) == bytes)
  }

  @Test func theHeaderNamesNeitherTimeNorFileNorSystem() {
    let packed = GzipWriter.compress(Array("text".utf8))
    #expect(packed.prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
  }

  @Test func compressedDumpsAreNamedSo() {
    let dump = SampleNights(SampleOptions()).first { _ in true }!.dumps[0]
    #expect(dump.file(.plain) == SampleFile(name: "surveys-2026-03-01.csv", bytes: dump.bytes))
    #expect(dump.file(.gzip(level: 1)).name == "surveys-2026-03-01.csv.gz")
    #expect(gunzip(dump.file(.gzip(level: 1)).bytes) == dump.bytes)
  }
}
