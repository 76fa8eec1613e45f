import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct KeyTableTests {
  @Test(arguments: [1, 2, 6])
  func keysAreNumberedAsTheyCome(width: Int) {
    var random = SplitMix64(seed: UInt64(width))
    var table = KeyTable(width: width)
    var numbers: [[UInt64]: Int] = [:]
    for _ in 0..<5_000 {
      let key = (0..<width).map { _ in UInt64.random(in: 0..<12, using: &random) &* 0x0100_0000_0000_0001 }
      #expect(table.number(of: key.span) == numbers[key])
      let expected = numbers[key] ?? numbers.count
      numbers[key] = expected
      #expect(table.insert(key.span) == expected)
    }
    #expect(table.count == numbers.count)
    for (key, number) in numbers { #expect(Array(table.key(number)) == key) }
  }

  @Test func sortedNumbersFollowTheWordsAsUnsignedNumbers() {
    var random = SplitMix64(seed: 7)
    var table = KeyTable(width: 2)
    for _ in 0..<1_000 {
      let key = [UInt64.random(in: 0..<3, using: &random) &- 1, .random(in: .min ... .max, using: &random)]
      table.insert(key.span)
    }
    let keys = table.sortedNumbers().map { Array(table.key(Int($0))) }
    #expect(keys.count == table.count)
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  @Test(arguments: [0, 1, 3, 2_000])
  func anEmptiedTableIsAsGoodAsNew(keys: UInt64) {
    var table = KeyTable(width: 1)
    for round in 0..<4 as Range<UInt64> {
      let count = round == 0 ? 3_000 : keys
      for number in 0..<count { #expect(table.insert([number &* 977 &+ round].span) == Int(number)) }
      #expect(table.count == Int(count))
      table.removeAll()
      #expect(table.count == 0)
      #expect(table.number(of: [round].span) == nil)
    }
  }

  /// What was only sought is not in the table, and looking ahead finds nothing else than looking.
  @Test(arguments: [0, 1, 40, 3_000])
  func lookingAheadChangesNothing(keys: Int) throws {
    var random = SplitMix64(seed: UInt64(keys))
    let all = (0..<keys).map { _ in [random.next(), random.next(), random.next()] }
    var (plain, ahead) = (KeyTable(width: 3), KeyTable(width: 3))
    for key in all + all.reversed() {
      let sought = ahead.seek(key.span)
      let near = ahead.approach(sought)
      #expect(near.map { $0 < ahead.count } ?? true)
      #expect(ahead.count == plain.count)
      let number = ahead.insert(key.span)
      let expected = plain.insert(key.span)
      #expect(number == expected)
    }
    #expect(ahead.count == keys)
    guard keys == 1 else { return }
    let only = all[0]
    let near = ahead.approach(ahead.seek(only.span))
    #expect(near == 0)
  }
}
