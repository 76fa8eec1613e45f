import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct StateFileTests {
  private func state(_ seed: UInt64, threads: Range<Int> = 0..<0, customers: Range<Int> = 0..<0) -> StateFile {
    var random = SplitMix64(seed: seed)
    var tables = StateTables()
    var tally = Tally(keyWidth: 3, valueWidth: 2)
    for _ in 0..<50 {
      let key = [UInt64.random(in: 0..<4, using: &random), .max, UInt64.random(in: 0..<3, using: &random)]
      tally.add([Int128(Int64.random(in: -9...9, using: &random)), Int128(Int64.max) * 1000], to: key)
    }
    tables.tallies["sums"] = tally
    var histogram = Histogram()
    for _ in 0..<20 { histogram.add(.init(seconds: .random(in: 0..<9, using: &random), answered: 1, censored: 0)) }
    tables.curves[Cell(vendor: 2, dimension: 1, level: 70_000, period: 3)] = histogram
    return StateFile(
      planDigest: "abc", coverage: StateCoverage(threads: threads, customers: customers), tables: tables)
  }

  @Test func aStateComesBackAsItWent() throws {
    let state = state(1, threads: 3..<200, customers: 0..<256)
    let read = try StateFile(document: state.document, name: "s")
    #expect(read.tables == state.tables)
    #expect(read.coverage == state.coverage)
    #expect(read.planDigest == "abc")
    #expect(read.document == state.document)
  }

  @Test func mergingInAnyOrderGivesTheSameBytes() throws {
    let parts = [state(1, threads: 0..<100), state(2, threads: 100..<256), state(3, customers: 0..<256)]
    var forth = parts[0]
    try forth.merge(parts[1], name: "b")
    try forth.merge(parts[2], name: "c")
    var back = parts[2]
    try back.merge(parts[1], name: "b")
    try back.merge(parts[0], name: "a")
    #expect(forth.document == back.document)
    #expect(forth.coverage.isComplete)
  }

  @Test func statesThatShareABucketDoNotMerge() throws {
    var sum = state(1, threads: 0..<10)
    #expect(throws: DocumentFailure.otherPlan("b")) { try sum.merge(state(2, threads: 9..<20), name: "b") }
    #expect(sum.document == state(1, threads: 0..<10).document)
  }

  @Test func statesOfTwoPlansDoNotMerge() throws {
    var sum = state(1, threads: 0..<10)
    var other = state(2, threads: 10..<20)
    other.planDigest = "xyz"
    #expect(throws: DocumentFailure.otherPlan("b")) { try sum.merge(other, name: "b") }
  }

  @Test func everyFlippedByteIsNoticed() {
    let bytes = state(4, threads: 0..<1).document
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x10
      #expect(throws: DocumentFailure.self) { try StateFile(document: damaged, name: "s") }
    }
  }
}
