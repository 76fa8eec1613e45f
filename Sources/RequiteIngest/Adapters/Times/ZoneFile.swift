import RequiteFormats

/// A file of the zone database, as RFC 8536 describes it.
struct ZoneFile {
  /// When the clock changed, in seconds since 1970.
  private(set) var transitions: [Int64] = []
  /// Seconds east of Greenwich before the first change and after each of them: one more than there are changes.
  private(set) var offsets: [Int64] = []
  /// The rule that holds after the last change, as POSIX writes it; empty if there is none.
  private(set) var rule = ""

  /// Reads a file; `nil` if it is not of version 2 or later, or damaged.
  init?(_ bytes: [UInt8]) {
    var reader = BigEndianReader(bytes)
    guard let first = Counts(&reader), first.version >= UInt8(ascii: "2"), reader.skip(first.length(timeSize: 4)),
      let counts = Counts(&reader)
    else { return nil }
    var types: [Int64] = []
    guard let times = reader.numbers(counts.times, size: 8), let indices = reader.numbers(counts.times, size: 1) else {
      return nil
    }
    for _ in 0..<counts.types {
      guard let offset = reader.number(size: 4), reader.skip(2) else { return nil }
      types.append(offset)
    }
    guard reader.skip(counts.characters + counts.leaps * 12 + counts.standards + counts.universals),
      let initial = types.first, indices.allSatisfy({ $0 >= 0 && $0 < types.count }),
      zip(times, times.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    transitions = times
    offsets = [initial] + indices.map { types[Int($0)] }
    rule = reader.line() ?? ""
  }

  /// The counts in a header.
  private struct Counts {
    let version: UInt8
    let universals, standards, leaps, times, types, characters: Int

    init?(_ reader: inout BigEndianReader) {
      guard reader.take(4) == Array("TZif".utf8), let version = reader.take(1)?.first, reader.skip(15),
        let numbers = reader.numbers(6, size: 4), numbers.allSatisfy({ (0...1 << 20).contains($0) })
      else { return nil }
      self.version = version
      (universals, standards, leaps) = (Int(numbers[0]), Int(numbers[1]), Int(numbers[2]))
      (times, types, characters) = (Int(numbers[3]), Int(numbers[4]), Int(numbers[5]))
    }

    func length(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + standards + universals
    }
  }
}

/// Takes numbers from bytes, the high byte first.
private struct BigEndianReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func skip(_ count: Int) -> Bool {
    guard bytes.count - position >= count else { return false }
    position += count
    return true
  }

  mutating func take(_ count: Int) -> [UInt8]? {
    let start = position
    return skip(count) ? Array(bytes[start..<position]) : nil
  }

  /// A number with its sign.
  mutating func number(size: Int) -> Int64? {
    guard let bytes = take(size) else { return nil }
    let shift = Int64(64 - size * 8)
    let number = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return size == 1 ? Int64(number) : Int64(bitPattern: number << UInt64(shift)) >> shift
  }

  mutating func numbers(_ count: Int, size: Int) -> [Int64]? {
    guard bytes.count - position >= count * size else { return nil }
    return (0..<count).compactMap { _ in number(size: size) }
  }

  /// The text between two line feeds.
  mutating func line() -> String? {
    guard take(1) == [0x0A], let end = bytes[position...].firstIndex(of: 0x0A) else { return nil }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }
}
