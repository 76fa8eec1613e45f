import RequiteSamples
import Testing

@Suite struct RepetitiveTextTests {
  @Test(arguments: [0, 1, 2, 300], [1, 9])
  func unpackingGivesHeadBlocksAndTail(count: Int, level: Int) {
    let block = Array("row,\(String(repeating: "x", count: 70_000))\n".utf8)
    let text = RepetitiveText(head: Array("header\n".utf8), block: block, count: count, tail: Array("last".utf8))
    let content = text.head + Array(repeatElement(block, count: count).joined()) + text.tail
    #expect(text.length == content.count)
    #expect(gunzip(text.packed(level: level)) == content)
  }

  @Test func partsMayBeEmpty() {
    #expect(gunzip(RepetitiveText(head: [], block: [], count: 3, tail: []).packed()) == [])
  }

  @Test func aGibibyteTakesAMegabyte() {
    let block = [UInt8](repeating: 0x78, count: 1 << 20)
    let text = RepetitiveText(head: [], block: block, count: 1 << 10, tail: [])
    #expect(text.length == 1 << 30)
    #expect(text.packed().count < 1_200_000)
  }
}
