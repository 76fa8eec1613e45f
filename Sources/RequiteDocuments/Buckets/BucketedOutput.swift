import RequiteFormats

/// Lays out a document of 256 buckets: magic, the buckets, a footer in canonical JSON, the footer's length, magic again.
///
/// The footer comes last because it names every bucket's place and checksum; a file without it is not complete.
struct BucketedOutput<Sink: ByteSink> {
  private let sink: Sink
  private let magic: [UInt8]
  private var offset: Int64 = 0
  private var block = ByteWriter()
  private(set) var extents: [BucketExtent] = []

  init(sink: Sink, magic: [UInt8]) throws {
    self.sink = sink
    self.magic = magic
    try put(magic)
  }

  mutating func append(_ block: [UInt8], rows: Int) throws {
    try append(rows: rows) { $0.append(block) }
  }

  /// The next bucket, whose bytes `encode` writes.
  mutating func append(rows: Int, _ encode: (inout ByteWriter) throws -> Void) throws {
    extents.append(try appendSection(rows: rows, encode))
  }

  /// Bytes beside the buckets, which `encode` writes; the footer must say where they stand.
  mutating func appendSection(rows: Int, _ encode: (inout ByteWriter) throws -> Void) throws -> BucketExtent {
    block.removeAll()
    try encode(&block)
    let checksum = block.withSpan { CRC32.checksum($0) }
    let extent = BucketExtent(
      offset: offset, length: Int64(block.count), rows: Int64(rows), checksum: checksum)
    try block.withSpan { try sink.write($0) }
    offset += extent.length
    return extent
  }

  /// Ends the document with the footer's fields, to which the buckets are added.
  mutating func end(_ footer: [String: JSONValue]) throws {
    var fields = footer
    fields["buckets"] = .array(extents.map(\.json))
    let bytes = JSONValue.object(fields).canonical()
    try put(bytes)
    var tail = ByteWriter()
    tail.append(UInt64(bytes.count))
    try put(tail.bytes + magic)
  }

  private mutating func put(_ bytes: [UInt8]) throws {
    try sink.write(bytes)
    offset += Int64(bytes.count)
  }
}
