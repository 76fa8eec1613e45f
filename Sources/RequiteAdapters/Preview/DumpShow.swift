import RequiteFormats
import RequiteIngest
import RequiteModel

/// Reads a dump to show what becomes of its rows; nothing is written.
package struct DumpShow {
  /// The dump.
  package let path: String
  /// What it holds.
  package let name: DumpName
  /// What reads it; `nil` for the canonical layout.
  package let adapter: Adapter?
  /// The settings of the operator.
  package let settings: IngestSettings
  /// The columns of a canonical row, attributes last.
  package let columns: [String]

  /// Prepares to show a dump.
  package init(path: String, name: DumpName, adapter: Adapter?, settings: IngestSettings) {
    self.path = path
    self.name = name
    self.adapter = adapter
    var settings = settings
    // What is shown is shown although it would be refused: somebody wants to see why.
    settings.ceiling = QuarantineCeiling(shareMillionths: 1_000_000, rows: .max)
    self.settings = settings
    columns = Adapter.readFields(of: name.kind) + (name.kind.hasAttributes ? settings.attributes : [])
  }

  /// Shows `body` every canonical row, as long as it says to go on.
  @discardableResult
  package func read(_ body: (ShownRow) -> Bool) throws -> DumpReading {
    let reader = DumpReader(name: name, settings: settings, quarantine: Nowhere(), adapter: adapter)
    return try withoutActuallyEscaping(body) { body in
      reader.witness = { body(ShownRow($0, columns: columns)) }
      defer { reader.witness = nil }
      // Pseudonyms are made, as in a night, and go nowhere; so any key will do.
      return try reader.read(path: path, people: People(key: PseudonymKey(bytes: [0])), into: Nowhere())
    }
  }
}

/// Takes rows and bytes, and keeps nothing.
private final class Nowhere: RowSink, ByteSink {
  func append(_ row: InteractionRow, id: Bytes, levels: [UInt32]) {}
  func append(_ row: ResponseRow, bucket: Int, id: Bytes, levels: [UInt32]) {}
  func append(_ row: RevenueRow, bucket: Int) {}
  func append(_ row: CrosswalkRow) {}
  func append(_ row: ErasureRow) {}
  func write(_ bytes: Span<UInt8>) {}
}
