import RequiteCommand

/// Whether a dump is worth two cores, one to decompress it and one to read its rows.
///
/// As long as there are other dumps to read, the other processes of the night keep the other cores busy. Only a dump that
/// is larger than everything else that is still to be read, by whichever process, is what the night waits for in the end.
struct SecondCore {
  /// Smaller dumps are done before a second thread could save a second.
  static let leastSize = 64 << 20

  private let dumps: [DumpFile]
  private let freshness: Freshness

  /// Judges by all `dumps` of the night, not only by those of one share.
  init(dumps: [DumpFile], freshness: Freshness) {
    self.dumps = dumps
    self.freshness = freshness
  }

  /// Whether `dump`, which is to be read now, is worth it.
  func isWorthwhile(for dump: DumpFile) -> Bool {
    guard dump.size >= Self.leastSize, Processors.online > 1 else { return false }
    var rest = 0
    for other in dumps where other.name.name != dump.name.name && !freshness.wasSeen(other) {
      rest += other.size
    }
    return dump.size > rest
  }
}
