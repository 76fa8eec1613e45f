/// The content of a gzip file (RFC 1952), all its members joined.
///
/// Every member's header, CRC-32 and length are checked here; zlib sees only the deflate data between them, and so does
/// not compute a checksum of its own, slower than ``CRC32``. After the last member only zero bytes may follow, as tape
/// writers leave them, up to the end.
final class GzipReader: ByteStream {
  private let input: GzipInput
  #if REQUITE_LIBDEFLATE
    private let inflater: WholeMemberInflater
  #else
    private let inflater = Inflater()
  #endif
  private var isAtHeader = true
  private var isFinished = false
  private var leading = LeadingBytes()

  init(source: ObservedFile) throws {
    #if REQUITE_LIBDEFLATE
      inflater = try WholeMemberInflater(source.file)
      input = GzipInput(source, capacity: inflater.inputCapacity)
    #else
      input = GzipInput(source)
    #endif
  }

  func read(into room: inout OutputSpan<UInt8>) throws {
    let start = room.count
    while !room.isFull && !isFinished {
      if isAtHeader { try beginContent() }
      if try inflater.inflate(input, into: &room) { try endMember() }
    }
    if leading.take(room.span.extracting(start...), isLast: isFinished), let kind = leading.signature {
      throw input.failure(kind == .gzip ? .compressedTwice : .looksLike(kind))
    }
  }
}

// MARK: - Members

extension GzipReader {
  private func beginContent() throws {
    _ = try GzipHeader(input)
    isAtHeader = false
  }

  private func endMember() throws {
    guard try input.takeNumber() == inflater.checksum else { throw input.failure(.checksum) }
    guard try input.takeNumber() == inflater.length else { throw input.failure(.length) }
    isFinished = try !beginMember()
  }

  /// Goes to the next member, if there is one.
  private func beginMember() throws -> Bool {
    try input.gather(GzipHeader.length)
    guard let first = input.bytes.first else { return false }
    if first == 0 {
      try skipPadding()
      return false
    }
    guard input.count >= GzipHeader.length, input.bytes.starts(with: GzipHeader.magic) else {
      throw input.trailing(from: input.offset)
    }
    inflater.reset()
    input.member += 1
    isAtHeader = true
    return true
  }

  private func skipPadding() throws {
    let start = input.offset
    while try input.hasMore() {
      guard input.bytes.allSatisfy({ $0 == 0 }) else { throw input.trailing(from: start) }
      input.skip(input.count)
    }
  }
}
