import RequiteMemory
import RequiteTestSupport
import Testing

/// Rows come out of their pages as they went in.
@Suite struct StagedBucketTests {
  struct Row: StagedRow {
    struct Source: BitwiseCopyable {
      let name: UInt64
      let first: Int64
      let pair: (UInt64, UInt64)
    }

    let name: UInt64
    let present: UInt16
    let idLength: UInt16
    static let greatestNumberCount = 3
    var numberCount: Int { Int(present & 1) + 2 * Int(present >> 1 & 1) }

    init(_ source: borrowing Source, idLength: UInt16, numbers: inout NumberRoom) {
      name = source.name
      self.idLength = idLength
      numbers.put(source.first, 1, unless: -1)
      numbers.put(source.pair.0, source.pair.1, 6)
      present = numbers.present
    }
  }

  struct Line {
    let source: Row.Source
    let id: [UInt8]
    let levels: [UInt32]
  }

  private func lines(_ count: Int, seed: UInt64) -> [Line] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { number in
      let pair = Bool.random(using: &random) ? (0, 0) : (random.next(), random.next())
      let length = [0, 7, 8, 11, 16, 17, 300, 20_000].randomElement(using: &random)!
      return Line(
        source: Row.Source(name: UInt64(number), first: Int64.random(in: -1...1, using: &random), pair: pair),
        id: (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) },
        levels: [UInt32(number), UInt32.random(in: 0...9, using: &random)])
    }
  }

  private func chain(_ lines: [Line], _ record: StagedRecord<Row>, _ pool: PagePool) -> PageChain {
    var chain = PageChain()
    for line in lines {
      line.id.withField { _ = chain.append(line.source, id: $0, levels: line.levels, record, from: pool) }
    }
    return chain
  }

  private func expect(_ bucket: StagedBucket<Row>, _ lines: [Line]) {
    #expect(bucket.count == lines.count)
    for (index, line) in lines.enumerated() {
      let row = bucket[index]
      #expect(row.name == line.source.name)
      #expect(row.has(1) == (line.source.first != -1))
      if row.has(1) { #expect(bucket.number(index, 1) == line.source.first) }
      if row.has(2) { #expect(UInt64(bitPattern: bucket.number(index, 2)) == line.source.pair.0) }
      if row.has(4) { #expect(UInt64(bitPattern: bucket.number(index, 4)) == line.source.pair.1) }
      #expect(Array(bucket.id(index)) == line.id)
      #expect([bucket.level(index, 0), bucket.level(index, 1)] == line.levels)
    }
  }

  @Test(arguments: [0, 1, 400])
  func rowsComeBackAsTheyWent(count: Int) {
    let (lines, pool) = (lines(count, seed: UInt64(count)), PagePool())
    let record = StagedRecord<Row>(attributes: 2)
    let chain = chain(lines, record, pool)
    #expect(chain.rowCount == count)
    expect(StagedBucket(chain.parts, count: count, record), lines)
    let order = Array((0..<count).reversed())
    expect(StagedBucket(chain.parts, count: count, record).picking(order), order.map { lines[$0] })
    withExtendedLifetime(pool) {}
  }

  /// As when they were on a disk meanwhile.
  @Test func copiedPagesHoldTheSameRows() {
    let (lines, pool) = (lines(200, seed: 7), PagePool())
    let record = StagedRecord<Row>(attributes: 2)
    let parts = chain(lines, record, pool).parts.map { part in
      let bytes = Array(part.bytes)
      pool.give(part)
      return bytes
    }
    let copies = parts.map { bytes in pool.part(of: bytes.count) { $0.append(copying: bytes.span) } }
    expect(StagedBucket(copies, count: 200, record), lines)
    withExtendedLifetime(pool) {}
  }

  @Test func equalRowsAreTheSameAndOrderedByTheirIds() {
    let (lines, pool) = (lines(2, seed: 1), PagePool())
    let record = StagedRecord<Row>(attributes: 2)
    let bucket = StagedBucket(chain([lines[0], lines[1], lines[0]], record, pool).parts, count: 3, record)
    #expect(bucket.isSame(0, 2) && !bucket.isSame(0, 1))
    #expect(bucket.id(0, precedes: 1) == lines[0].id.lexicographicallyPrecedes(lines[1].id))
    withExtendedLifetime(pool) {}
  }

  @Test func whatARowLacksStopsTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = StagedBucketTests.oneRow { $0.number(0, 2) } }
    await #expect(processExitsWith: .failure) { _ = StagedBucketTests.oneRow { $0.level(0, 2) } }
    await #expect(processExitsWith: .failure) { _ = StagedBucketTests.oneRow { $0.id(1) } }
    await #expect(processExitsWith: .failure) {
      _ = PagePool().part(of: 5) { $0.append(1) }
    }
  }

  static func oneRow<Result>(_ body: (StagedBucket<Row>) -> Result) -> Result {
    let (record, pool) = (StagedRecord<Row>(attributes: 2), PagePool())
    var chain = PageChain()
    _ = chain.append(Row.Source(name: 1, first: 1, pair: (0, 0)), id: Bytes(), levels: [0, 0], record, from: pool)
    defer { withExtendedLifetime(pool) {} }
    return body(StagedBucket(chain.parts, count: 1, record))
  }
}
