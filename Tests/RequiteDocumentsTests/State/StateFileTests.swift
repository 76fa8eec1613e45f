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

  @Test func mergingFromBytesGivesTheSameBytes() throws {
    let parts = [state(1, threads: 0..<100), state(2, threads: 100..<256), state(3, customers: 0..<256)]
    var fromStates = parts[0]
    var fromBytes = try StateFile(document: parts[0].document, name: "a")
    for part in parts.dropFirst() {
      try fromStates.merge(part, name: "b")
      try fromBytes.merge(document: part.document, name: "b")
    }
    #expect(fromBytes.document == fromStates.document)
    #expect(fromBytes.coverage == fromStates.coverage)
  }

  @Test(arguments: [1, 256, 257, 1_000])
  func theBytesDoNotShowHowASumCameAbout(cells: Int) throws {
    var random = SplitMix64(seed: UInt64(cells))
    let facts = (0..<3 * cells).map { fact in
      let value = Int128(Int64.random(in: .min ... .max, using: &random)) >> Int.random(in: 0...63, using: &random)
      return (key: [UInt64(fact % cells), 7], changes: [SumChange(place: fact % 5, value: value)])
    }
    let forth = state(of: facts)
    #expect(state(of: facts.shuffled(using: &random)).document == forth.document)
    let detour = [(key: [0 as UInt64, 7], changes: [SumChange(place: 0, value: 1 << 90)])]
    let back = [(key: [0 as UInt64, 7], changes: [SumChange(place: 0, value: -(1 << 90))])]
    #expect(state(of: detour + facts + back).document == forth.document)
    #expect(try StateFile(document: forth.document, name: "s").tables == forth.tables)
  }

  private func state(of facts: [(key: [UInt64], changes: [SumChange])]) -> StateFile {
    var tables = StateTables()
    var tally = Tally(keyWidth: 2, valueWidth: 5)
    for fact in facts { tally.add(fact.changes, to: fact.key) }
    tables.tallies["sums"] = tally
    return StateFile(planDigest: "abc", coverage: StateCoverage(), tables: tables)
  }

  @Test func aFewLargeCellsDoNotWidenTheOthers() {
    let small = (0..<10_000).map { (key: [UInt64($0), 0], changes: (0..<5).map { SumChange(place: $0, value: 100) }) }
    let large = (0..<3).map { (key: [UInt64($0), 0], changes: (0..<5).map { SumChange(place: $0, value: 1 << 80) }) }
    let most = state(of: small).document.count
    #expect(state(of: small + large).document.count < most + 3 * 5 * 256 * 16)
  }

  @Test func thePartsAreTheDocument() throws {
    let state = state(5, threads: 0..<3)
    var bytes: [UInt8] = []
    state.forEachPart { bytes += $0 }
    #expect(bytes == state.document)
    #expect(throws: DocumentFailure.otherPlan("full")) {
      try state.forEachPart { _ in throw DocumentFailure.otherPlan("full") }
    }
  }

  @Test func aStateOfAnOlderFormatIsNamed() {
    var old = state(1).document
    old.replaceSubrange(0..<8, with: Array("RQSTAT01".utf8))
    #expect(throws: DocumentFailure.unknownFormat("s", found: "'RQSTAT01'")) {
      try StateFile(document: old, name: "s")
    }
  }

  @Test func statesThatShareABucketDoNotMerge() throws {
    var sum = state(1, threads: 0..<10)
    let other = state(2, threads: 9..<20)
    #expect(throws: DocumentFailure.otherPlan("b")) { try sum.merge(other, name: "b") }
    #expect(throws: DocumentFailure.otherPlan("b")) { try sum.merge(document: other.document, name: "b") }
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
