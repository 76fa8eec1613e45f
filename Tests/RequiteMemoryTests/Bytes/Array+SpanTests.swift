import RequiteMemory
import Testing

@Suite struct ArraySpanTests {
  @Test func copyingASpanAddsItsElementsBehind() {
    var numbers: [UInt64] = [1]
    numbers.append(copying: [2, 3].span)
    numbers.append(copying: [UInt64]().span)
    #expect(numbers == [1, 2, 3])
  }

  @Test func aPartIsReadAndChangedWhereItLies() {
    var numbers: [Int16] = [1, 2, 3, 4]
    let other = numbers
    let sum = numbers.withMutableSpan(of: 1..<3) { part in
      part[0] = 20
      return part.count
    }
    #expect(sum == 2)
    #expect(numbers == [1, 20, 3, 4])
    #expect(other == [1, 2, 3, 4])
    #expect(numbers.withSpan(of: 1..<4) { part in part.indices.map { part[$0] } } == [20, 3, 4])
    #expect(numbers.withSpan(of: 4..<4) { $0.isEmpty })
  }

  @Test func whatLiesOutsideStopsTheProcess() async {
    await #expect(processExitsWith: .failure) { _ = [1, 2].withSpan(of: 1..<3) { $0.count } }
    await #expect(processExitsWith: .failure) {
      var numbers = [1, 2]
      numbers.withMutableSpan(of: 1..<3) { $0[0] = 0 }
    }
  }
}
