import Foundation
import RequiteTestSupport
import Testing

/// Every adapter makes of its sample what its `expected.txt` says: the layout is real, the content invented.
///
/// `RECORD=1 swift test --filter SampleTests` writes the files anew; read the difference as carefully as code.
@Suite struct SampleTests {
  @Test(arguments: SampleDump.all)
  func aSampleBecomesWhatIsExpected(_ sample: SampleDump) throws {
    let rows = try sample.rows()
    let path = "\(sample.path)/expected.txt"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try rows.write(toFile: path, atomically: false, encoding: .utf8)
    }
    #expect(rows == String(decoding: TestFile.bytes(path) ?? [], as: UTF8.self))
  }

  @Test func everyAdapterHasASample() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: SampleDump.adapters)
    let adapters = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    let samples = SampleDump.all.map(\.name)
    for adapter in adapters { #expect(samples.contains(adapter), "\(adapter) has no sample") }
  }
}
