import RequiteFormats
import RequiteIngest
import RequiteModel

/// What becomes of a dump: everything that must not depend on how its text is wrapped and divided.
struct DumpTrial: Equatable {
  let counts: [Int64]
  let rules: [String: Int64]
  let unknownColumns: [String]
  let dictionaries: RowDictionaries
  let refusal: String?
  let numbers: [Int64]
  let bytes: [UInt8]

  /// The key of all trials.
  private static let key = PseudonymKey(bytes: Array(repeating: 7, count: 32))

  /// Reads a file as a dump of a name, `chunkSize` bytes of its text at a time.
  init(
    path: String, name: DumpName, adapter: Adapter?, chunkSize: Int = RowReader.defaultChunkSize,
    besideParsing: Bool = false
  ) throws {
    let log = RowLog()
    var settings = IngestSettings(attributes: name.kind.hasAttributes ? ["region"] : [])
    settings.ceiling = QuarantineCeiling(shareMillionths: 1_000_000, rows: .max)
    let reader = DumpReader(
      name: name, settings: settings, quarantine: log, adapter: adapter, chunkSize: chunkSize)
    let people = People(fewUnder: DumpTrial.key)
    let reading = try reader.read(path: path, besideParsing: besideParsing, people: people, into: log)
    refusal = reading.refusal?.message
    guard reading.refusal == nil else {
      // What was read of a dump before it was refused is thrown away; how much that was means nothing.
      (counts, rules, unknownColumns, dictionaries, numbers, bytes) = ([], [:], [], RowDictionaries(), [], [])
      return
    }
    try Broken.unless(
      reading.read == log.rows + reading.filtered + reading.quarantined,
      "every row read is accepted, filtered or quarantined")
    try Broken.unless(
      reading.rules.values.reduce(0, +) == reading.filtered + reading.quarantined,
      "every row that is left out or set aside has a rule")
    counts = [reading.lines, reading.read, reading.filtered, reading.quarantined, reading.bytes]
    rules = reading.rules
    unknownColumns = reading.unknownColumns
    dictionaries = reading.dictionaries
    numbers = log.numbers
    bytes = log.bytes
  }

  /// Reads a text in every wrapping, and in pieces of several sizes; all must come to the same.
  ///
  /// `cut` says where the text is cut into members.
  static func tryAll(_ text: [UInt8], name: DumpName, adapter: Adapter? = nil, cut: Int) throws {
    // What begins like a container is one.
    guard !text.isEmpty, !text.looksPacked else { return }
    try ScratchFiles.use { try tryAll(text, in: $0, name: name, adapter: adapter, cut: cut) }
  }

  private static func tryAll(
    _ text: [UInt8], in files: ScratchFiles, name: DumpName, adapter: Adapter?, cut: Int
  ) throws {
    let plain = files.write(text, to: "text")
    let expected = try DumpTrial(path: plain, name: name, adapter: adapter)
    for chunkSize in [1, 3, 64, 100] {
      let trial = try DumpTrial(path: plain, name: name, adapter: adapter, chunkSize: chunkSize)
      try Broken.unless(trial == expected, "pieces of \(chunkSize) bytes give the same rows as the whole")
    }
    let packed = files.write(StoredGzip.member(text), to: "text.gz")
    try Broken.unless(
      try DumpTrial(path: packed, name: name, adapter: adapter) == expected, "gzip gives the same rows as plain text")
    let members = StoredGzip.members(text, cutAt: [cut, cut, cut * 3])
    let divided = files.write(members, to: "members.gz")
    let trial = try DumpTrial(path: divided, name: name, adapter: adapter, chunkSize: 5, besideParsing: cut % 2 == 0)
    try Broken.unless(trial == expected, "gzip in several members gives the same rows as plain text")
  }
}

extension [UInt8] {
  /// Whether a reader would take these bytes for something that is packed.
  fileprivate var looksPacked: Bool {
    let magics: [[UInt8]] = [
      [0x1F, 0x8B], [0x50, 0x4B], [0x28, 0xB5], [0x78, 0x01], [0x78, 0x9C], [0x78, 0xDA], [0x42, 0x5A], [0xFD, 0x37],
    ]
    return magics.contains { starts(with: $0) }
  }
}
