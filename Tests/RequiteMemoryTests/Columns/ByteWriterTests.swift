import RequiteMemory
import RequiteTestSupport
import Testing

@Suite struct ByteWriterTests {
  @Test func whatIsAddedStandsInOrder() {
    var bytes = ByteWriter()
    #expect(bytes.bytes == [])
    bytes.append(UInt32(0x0403_0201))
    let (more, none, numbers) = ([5, 6] as [UInt8], [] as [UInt8], [1, 256, 65_535] as [Int64])
    bytes.append(more.span)
    bytes.append(none.span)
    bytes.append(numbers.span, above: 1, width: 3)
    let expected: [UInt8] = [1, 2, 3, 4, 5, 6, 0, 0, 0, 255, 0, 0, 254, 255, 0]
    #expect(bytes.bytes == expected)
    let seen = bytes.withSpan { span in span.indices.map { span[$0] } }
    #expect(seen == expected)
    bytes.removeAll()
    bytes.append(UInt8(7))
    #expect(bytes.bytes == [7] && bytes.count == 1)
  }

  @Test func manyBytesStandAsTheyCame() {
    var random = SplitMix64(seed: 4)
    var (bytes, expected) = (ByteWriter(), [UInt8]())
    for _ in 0..<300 {
      let more = (0..<Int.random(in: 0..<200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      bytes.append(more.span)
      expected += more
    }
    #expect(bytes.bytes == expected)
  }
}
