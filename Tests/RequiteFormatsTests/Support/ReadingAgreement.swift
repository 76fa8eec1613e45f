import RequiteFormats
import Testing

/// A text that must be read alike, however it is cut into chunks and whichever kernel scans it.
struct ReadingAgreement {
  /// Sizes of chunks, each with every kernel.
  private static let ways = [1, 2, 3, 7, 64, 65, 4096].flatMap { size in ScanKernel.available.map { (size, $0) } }

  let text: [UInt8]
  let format: RowReader.Format
  let limits: RowLimits
  /// The seed that the text was made from; a failure names it.
  let seed: UInt64

  /// Reads the text in every way and expects what a reference gave.
  ///
  /// - Parameters:
  ///   - expected: rows and failure of the reference.
  ///   - lines: how many lines a reader has seen at the end of a text that it reads to the end; `nil` is not looked at.
  ///   - read: reads all rows.
  func expect(
    _ expected: (records: [ReferenceCSVReader.Record], failure: LayoutFailure?), lines: Int? = nil,
    reading read: (inout RowReader) throws -> KeptRows
  ) throws {
    for (chunkSize, kernel) in Self.ways {
      var reader = try RowReader(
        MemoryStream(text), format: format, limits: limits, chunkSize: chunkSize, kernel: kernel)
      let result = try read(&reader)
      #expect(result.records == expected.records, "seed \(seed), chunks of \(chunkSize)")
      #expect(result.failure == expected.failure, "seed \(seed), chunks of \(chunkSize)")
      guard let lines, result.failure == nil else { continue }
      #expect(result.lines == lines, "seed \(seed), chunks of \(chunkSize)")
    }
  }
}
