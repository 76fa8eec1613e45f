import RequiteFormats
import Testing

@Suite struct CSVLimitTests {
  private let limits: RowLimits = {
    var limits = RowLimits()
    limits.record = 100
    limits.field = 40
    limits.columns = 3
    return limits
  }()

  @Test func rowsAndFieldsUpToTheLimitAreRead() throws {
    let field = String(repeating: "x", count: 40)
    let result = try KeptRows(csv: "a,b,c\n\(field),\(field),y\n", limits: limits)
    #expect(result.faults == [nil])
  }

  @Test func aLongerFieldIsAFault() throws {
    let field = String(repeating: "x", count: 41)
    #expect(try KeptRows(csv: "a,b,c\n1,\(field),3\n1,2,3\n", limits: limits).faults == [.tooLong, nil])
  }

  @Test(arguments: [101, 1000, 100_000])
  func aLongerRowIsAFaultAndTheNextOneIsRead(length: Int) throws {
    let text = "a,b,c\n1,2," + String(repeating: "x", count: length - 4) + "\r\n4,5,6\n"
    for chunkSize in [1, 64, 4096] {
      var reader = try RowReader(
        MemoryStream(text), format: .csv(separator: .comma), limits: limits, chunkSize: chunkSize)
      let result = try KeptRows(&reader)
      #expect(result.faults == [.tooLong, nil])
      #expect(result.rows.first?.byteLength == length)
      #expect(result.rows.last?.line == 3)
    }
  }

  @Test func anOpenQuoteBeyondTheLimitRefusesTheFile() throws {
    let text = "a,b,c\n1,2,3\n4,\"5" + String(repeating: "\nx", count: 5000) + "\",6\n7,8,9\n"
    for chunkSize in [1, 64, 100_000] {
      var reader = try RowReader(
        MemoryStream(text), format: .csv(separator: .comma), limits: limits, chunkSize: chunkSize)
      let result = try KeptRows(&reader)
      #expect(result.rows.count == 1)
      #expect(result.failure?.reason == .openQuote)
      #expect(result.failure?.line == 3)
    }
  }

  @Test func tooManyColumnsRefuseTheFile() throws {
    #expect(throws: LayoutFailure.self) { try KeptRows(csv: "a,b,c,d\n", limits: limits) }
  }
}
