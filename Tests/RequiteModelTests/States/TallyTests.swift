import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct TallyTests {
  /// Numbers of all sizes, both signs and zero: up to beyond 2⁶⁴, but far enough from 2¹²⁷ for some thousand sums.
  private static func number(using random: inout SplitMix64) -> Int128 {
    let greatest = Int128(UInt64.random(in: 0 ... .max, using: &random)) << 40
    let magnitude = greatest >> Int.random(in: 0...104, using: &random)
    return Bool.random(using: &random) ? magnitude : -magnitude
  }

  private static func value(width: Int, using random: inout SplitMix64) -> [Int128] {
    (0..<width).map { _ in Bool.random(using: &random) ? number(using: &random) : 0 }
  }

  private static func changes(width: Int, using random: inout SplitMix64) -> [SumChange] {
    (0..<Int.random(in: 0...5, using: &random)).map { _ in
      SumChange(place: .random(in: 0..<width, using: &random), value: number(using: &random))
    }
  }

  @Test(arguments: [(1, 1), (2, 231), (3, 2), (6, 4)], [1, 2] as [UInt64])
  func aTallyIsADictionaryOfSums(widths: (keys: Int, values: Int), seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var tally = Tally(keyWidth: widths.keys, valueWidth: widths.values)
    var model = TallyModel(valueWidth: widths.values)
    for _ in 0..<600 {
      let key = (0..<widths.keys).map { _ in UInt64.random(in: 0..<6, using: &random) << 60 }
      if Bool.random(using: &random) {
        let value = TallyTests.value(width: widths.values, using: &random)
        tally.add(value, to: key)
        model.add(value, to: key)
      } else {
        let changes = TallyTests.changes(width: widths.values, using: &random)
        tally.add(changes, to: key)
        model.add(changes, to: key)
      }
    }
    #expect(model.describes(tally))
    let unknown = Array(repeating: 9 as UInt64, count: widths.keys)
    #expect(tally[unknown] == Array(repeating: 0, count: widths.values))
    #expect(tally[unknown, 0] == 0)
  }

  @Test(arguments: [1, 2, 7], [3, 4] as [UInt64])
  func partsInAnyOrderGiveTheSameSums(count: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var parts = Array(repeating: Tally(keyWidth: 2, valueWidth: 3), count: count)
    var models = Array(repeating: TallyModel(valueWidth: 3), count: count)
    for _ in 0..<500 {
      let part = Int.random(in: 0..<count, using: &random)
      let key = [UInt64.random(in: 0..<9, using: &random), .random(in: 0..<9, using: &random)]
      let value = TallyTests.value(width: 3, using: &random)
      parts[part].add(value, to: key)
      models[part].add(value, to: key)
    }
    var sum = Tally(keyWidth: 2, valueWidth: 3)
    var whole = TallyModel(valueWidth: 3)
    for part in parts.shuffled(using: &random) { sum.merge(part) }
    for model in models { whole.merge(model) }
    #expect(whole.describes(sum))
    #expect(sum == parts.reversed().reduce(into: Tally(keyWidth: 2, valueWidth: 3)) { $0.merge($1) })
    for (part, model) in zip(parts, models) { #expect(model.describes(part)) }
  }

  @Test(arguments: [Int8.self, Int16.self, Int32.self, Int64.self] as [any FixedWidthInteger.Type])
  func sumsCrossTheEndsOfEverySize(size: any FixedWidthInteger.Type) {
    for (end, step) in [(Int128(size.max), Int128(1)), (Int128(size.min), -1)] {
      var tally = Tally(keyWidth: 1, valueWidth: 3)
      tally.add([5, end, -7], to: [0])
      #expect(tally[[0]] == [5, end, -7])
      var byChange = tally
      var byMerge = tally
      tally.add([1, step, 1], to: [0])
      byChange.add([SumChange(place: 1, value: step), SumChange(place: 1, value: end)], to: [0])
      byMerge.merge(byMerge)
      #expect(tally[[0]] == [6, end + step, -6])
      #expect(byChange[[0]] == [5, 2 * end + step, -7])
      #expect(byMerge[[0]] == [10, 2 * end, -14])
    }
  }

  @Test func aKeyWithoutChangesIsThere() {
    var tally = Tally(keyWidth: 1, valueWidth: 2)
    tally.add([] as [SumChange], to: [3])
    #expect(tally.sorted().map(\.value) == [[0, 0]])
  }

  @Test func talliesWithOtherSumsKeysOrWidthsAreNotEqual() {
    var tally = Tally(keyWidth: 1, valueWidth: 1)
    tally.add([300], to: [1])
    var wider = Tally(keyWidth: 1, valueWidth: 1)
    wider.add([1 << 70], to: [1])
    #expect(tally != wider)
    wider.add([300 - (1 << 70)], to: [1])
    #expect(tally == wider)
    wider.add([0], to: [2])
    #expect(tally != wider)
    #expect(Tally(keyWidth: 1, valueWidth: 1) != Tally(keyWidth: 1, valueWidth: 2))
  }

  @Test func aCopyKeepsItsSums() {
    var tally = Tally(keyWidth: 1, valueWidth: 1)
    tally.add([1], to: [1])
    let copy = tally
    let entries = tally.entries
    tally.add([1_000], to: [1])
    tally.add([1], to: [2])
    #expect(copy.sorted().map(\.value) == [[1]])
    #expect(entries.map(\.value) == [[1]])
  }

  /// 231 integers, as for the moments of a cell, of which there may be hundreds of thousands.
  @Test func smallSumsTakeAByteEach() {
    var tally = Tally(keyWidth: 2, valueWidth: 231)
    for cell in 0..<2_000 as Range<UInt64> {
      tally.add((0..<231).map { SumChange(place: $0, value: 100) }, to: [cell, 0])
    }
    #expect(tally.sumBytes < 2_000 * 231 * 3 / 2)
  }

  @Test func aFewLargeSumsMakeNoOtherSumsWide() {
    var tally = Tally(keyWidth: 2, valueWidth: 231)
    for cell in 0..<2_000 as Range<UInt64> {
      tally.add([SumChange(place: 230, value: cell % 100 == 0 ? 1 << 80 : 1)], to: [cell, 0])
    }
    #expect(tally.sumBytes < 2_000 * 231 * 2)
  }

  @Test func placesOfRowsThatGrewAreUsedAgain() {
    var tally = Tally(keyWidth: 1, valueWidth: 64)
    for key in 0..<5_000 as Range<UInt64> { tally.add([SumChange(place: 0, value: 1 << 20)], to: [key]) }
    #expect(tally.sumBytes < 5_000 * 64 * 5)
  }
}
