import RequiteFormats
import RequiteIngest
import RequiteModel
import RequiteTestSupport

/// A dump as the reader saw it, for tests.
struct ReadDump {
  let reading: DumpReading
  let sink: RecordingSink
  let quarantine: String

  /// Reads `bytes` as a dump called `name`.
  static func read(
    _ bytes: [UInt8], name: String, attributes: [String] = [], key: [UInt8] = Array(0..<32),
    chunkSize: Int = RowReader.defaultChunkSize
  ) throws -> ReadDump {
    let folder = TemporaryFolder()
    let path = folder.write(bytes, to: "dump")
    let sink = RecordingSink()
    let quarantine = TextSink()
    let reader = DumpReader(
      name: DumpName(name)!, settings: IngestSettings(attributes: attributes), quarantine: quarantine, adapter: nil,
      chunkSize: chunkSize)
    let people = People(key: PseudonymKey(bytes: key))
    let reading = try reader.read(path: path, people: people, into: sink)
    return ReadDump(reading: reading, sink: sink, quarantine: quarantine.text)
  }

  static func read(_ text: String, name: String, attributes: [String] = []) throws -> ReadDump {
    try read(Array(text.utf8), name: name, attributes: attributes)
  }
}

/// Keeps the rows it is given.
final class RecordingSink: RowSink {
  var interactions: [InteractionRow] = []
  var responses: [ResponseRow] = []
  var revenues: [RevenueRow] = []
  var crosswalk: [CrosswalkRow] = []
  var erasures: [ErasureRow] = []
  var ids: [String] = []
  var levels: [[UInt32]] = []
  var buckets: [Int] = []

  func append(_ row: InteractionRow, id: Bytes, levels: [UInt32]) {
    interactions.append(row)
    keep(id, levels)
  }

  func append(_ row: ResponseRow, bucket: Int, id: Bytes, levels: [UInt32]) {
    responses.append(row)
    buckets.append(bucket)
    keep(id, levels)
  }

  func append(_ row: RevenueRow, bucket: Int) {
    revenues.append(row)
    buckets.append(bucket)
  }

  func append(_ row: CrosswalkRow) {
    crosswalk.append(row)
  }

  func append(_ row: ErasureRow) {
    erasures.append(row)
  }

  private func keep(_ id: Bytes, _ levels: [UInt32]) {
    ids.append(String(decoding: id, as: UTF8.self))
    self.levels.append(levels)
  }
}

/// Collects what is written.
final class TextSink: ByteSink {
  private(set) var bytes: [UInt8] = []

  func write(_ bytes: Span<UInt8>) {
    self.bytes.append(copying: bytes)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
