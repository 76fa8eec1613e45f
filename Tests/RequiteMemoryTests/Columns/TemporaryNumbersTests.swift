import RequiteMemory
import Testing

@Suite struct TemporaryNumbersTests {
  private func array(_ numbers: Span<Int64>) -> [Int64] { numbers.indices.map { numbers[$0] } }

  @Test(arguments: [0, 1, 5_000])
  func numbersAreThereDuringTheCall(count: Int) {
    #expect(TemporaryNumbers.with(count, { Int64(3 * $0) }, array) == (0..<count).map { Int64(3 * $0) })
    #expect(TemporaryNumbers.withAll(count, { Int64($0) }, array) == (0..<count).map { Int64($0) })
  }

  @Test func aNumberThatIsMissingEndsIt() {
    var asked = 0
    let sum = TemporaryNumbers.withAll(9) { number in
      asked += 1
      return number == 4 ? nil : 1
    } _: {
      $0.count
    }
    #expect(sum == nil && asked == 5)
  }

  @Test func someOfTheNumbersMayBeFilled() {
    let numbers = TemporaryNumbers.with(atMost: 10) { room in
      for number in 0..<7 where number % 2 == 0 { room.append(Int64(number)) }
    } _: {
      array($0)
    }
    #expect(numbers == [0, 2, 4, 6])
  }
}
