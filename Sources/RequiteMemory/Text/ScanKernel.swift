import CScan

/// The way in which bytes are found.
///
/// All ways give the same; which there are depends on the processor.
public struct ScanKernel: Sendable {
  let kernel: cscan_kernel

  /// The fastest way there is.
  public static let best = ScanKernel(kernel: cscan_best())

  /// All ways there are, for tests.
  public static let available = [CSCAN_PORTABLE, CSCAN_BASELINE, CSCAN_AVX2, CSCAN_AVX512]
    .filter(cscan_has).map(ScanKernel.init)
}

extension ScanKernel {
  /// Which blocks of a batch have what is rare; the first block is the lowest bit.
  public struct Found {
    /// Blocks with quotes (in CSV) or special bytes (in JSON lines), or with bytes outside ASCII.
    public let any: UInt64
    /// Blocks with quotes (in CSV) or special bytes (in JSON lines).
    public let marks: UInt64

    init(_ found: cscan_found) {
      any = found.marks | found.high
      marks = found.marks
    }
  }

  /// Fills the masks of `blocks` blocks of CSV, which begin at `offset` of a text: those of its quotes, of its separators
  /// and line feeds, of its line feeds, and of its bytes outside ASCII.
  public func findCSV(
    in text: borrowing SlidingBytes, at offset: Int, blocks: Int, separator: UInt8, masks: borrowing ScanMasks
  ) -> Found {
    precondition(blocks <= ScanMasks.batchSize, "a batch has no more blocks than masks")
    let room = cscan_csv_masks(
      quotes: masks.start(of: 0), ends: masks.start(of: 1), line_feeds: masks.start(of: 2), high: masks.start(of: 3))
    return Found(cscan_find_csv(kernel, text.blocks(blocks, at: offset), blocks, separator, room))
  }

  /// Fills the masks of `blocks` blocks of JSON lines, which begin at `offset` of a text: those of its quotes, of its line
  /// feeds, of its backslashes and other control characters, and of its bytes outside ASCII.
  public func findJSON(
    in text: borrowing SlidingBytes, at offset: Int, blocks: Int, masks: borrowing ScanMasks
  ) -> Found {
    precondition(blocks <= ScanMasks.batchSize, "a batch has no more blocks than masks")
    let room = cscan_json_masks(
      quotes: masks.start(of: 0), line_feeds: masks.start(of: 1), special: masks.start(of: 2), high: masks.start(of: 3))
    return Found(cscan_find_json(kernel, text.blocks(blocks, at: offset), blocks, room))
  }
}
