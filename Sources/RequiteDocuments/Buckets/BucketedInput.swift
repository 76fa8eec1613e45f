import RequiteFormats
import RequiteModel

/// Reads a document that `BucketedOutput` laid out.
///
/// A bucket's checksum is verified before its bytes are believed.
struct BucketedInput: Sendable {
  let name: String
  let footer: JSONValue
  let buckets: [BucketExtent]
  /// SHA-256 of the footer, which covers every bucket's checksum, in hexadecimal.
  let digest: String
  private let path: String
  /// The file, where it may stay open: a night reads more ledgers than a process may have open.
  private let open: InputFile?

  init(path: String, magic: [UInt8]) throws {
    let file = try InputFile(path: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let footer = try BucketedInput.footer(of: file, magic: magic, name: name)
    guard let json = try? JSONValue(parsing: footer) else { throw DocumentFailure.damaged(name) }
    buckets = try JSONFields(json, document: name).array("buckets").map { item in
      guard let extent = BucketExtent(json: item) else { throw DocumentFailure.damaged(name) }
      return extent
    }
    guard buckets.count == Bucket.count else { throw DocumentFailure.damaged(name) }
    self.name = name
    self.path = path
    open = file.mayStayOpen ? file : nil
    self.footer = json
    digest = SHA256Digest.hex(of: footer)
  }

  private static func footer(of file: InputFile, magic: [UInt8], name: String) throws -> [UInt8] {
    let tailSize = 8 + magic.count
    guard file.size >= magic.count + tailSize else { throw DocumentFailure.damaged(name) }
    let head = try file.bytes(at: 0, count: magic.count)
    guard head == magic else {
      throw DocumentFailure.unknownFormat(name, found: "'\(String(decoding: head, as: UTF8.self))'")
    }
    var tail = ByteReader(try file.bytes(at: file.size - tailSize, count: tailSize), document: name)
    let length = try tail.read(UInt64.self)
    guard try Array(tail.readBytes(magic.count)) == magic, length < UInt64(file.size - tailSize) else {
      throw DocumentFailure.damaged(name)
    }
    return try file.bytes(at: file.size - tailSize - Int(length), count: Int(length))
  }

  /// The bytes of one bucket.
  func block(_ bucket: Int) throws -> ByteReader {
    try section(buckets[bucket])
  }

  /// The bytes at `extent`.
  func section(_ extent: BucketExtent) throws -> ByteReader {
    let length = Int(extent.length)
    let file = try open ?? InputFile(path: path)
    let bytes = try file.bytes(at: Int(extent.offset), count: length, padding: PackedColumn.padding)
    guard bytes.count == length + PackedColumn.padding,
      CRC32.checksum(bytes.span.extracting(..<length)) == extent.checksum
    else { throw DocumentFailure.damaged(name) }
    return ByteReader(bytes, in: 0..<length, document: name)
  }
}

extension InputFile {
  /// The bytes at `offset`, fewer than `count` when the file ends, and so many zeros behind them.
  func bytes(at offset: Int, count: Int, padding: Int = 0) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + padding)
    try bytes.append(addingCapacity: count) { try read(into: &$0, at: offset) }
    bytes.append(contentsOf: repeatElement(0, count: padding))
    return bytes
  }
}
