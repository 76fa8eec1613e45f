import RequiteModel

/// The people of one bucket, each with a dense number: pseudonyms stand once in a ledger, rows hold the number.
///
/// Numbers follow the order of the pseudonyms, so that the order of rows leaves no trace. 0 is nobody.
struct PersonTable {
  private let people: [Pseudonym]

  /// The person of a number; `nil` for a number that was never given.
  func person(_ number: Int64) -> Pseudonym? {
    guard number > 0 else { return number == 0 ? Pseudonym.none : nil }
    return number <= people.count ? people[Int(number) - 1] : nil
  }

  init(from reader: inout ByteReader) throws(DocumentFailure) {
    let count = try reader.readCount(ofItems: 16)
    var people: [Pseudonym] = []
    people.reserveCapacity(count)
    for _ in 0..<count { people.append(Pseudonym(high: try reader.read(), low: try reader.read())) }
    self.people = people
  }
}

/// Makes the people of one bucket into a table: first everybody is mentioned, then everybody has a number.
struct PersonTableMaker {
  private var slots: [Int32]
  private var people: [Pseudonym] = []
  private let mask: Int

  /// Expects at most so many mentions.
  init(mentions: Int) {
    var size = 16
    while size < mentions * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// Mentions somebody; returns who it was in order of first mention, from 1, or 0 for nobody.
  mutating func mention(_ person: Pseudonym) -> Int64 {
    guard person != .none else { return 0 }
    var slot = Int(truncatingIfNeeded: person.low) & mask
    while slots[slot] >= 0 {
      if people[Int(slots[slot])] == person { return Int64(slots[slot]) + 1 }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(people.count)
    people.append(person)
    return Int64(people.count)
  }

  /// Writes the table and returns the number of each person by order of first mention; nobody stays 0.
  func finish(_ writer: inout ByteWriter) -> [Int64] {
    let order = SpreadSort.order(people.indices.map { .init(key: people[$0].high, row: $0) }) {
      people[$0].low < people[$1].low
    }
    var numbers = Array(repeating: Int64(0), count: people.count + 1)
    writer.append(UInt32(people.count))
    for (position, first) in order.enumerated() {
      numbers[first + 1] = Int64(position + 1)
      writer.append(people[first].high)
      writer.append(people[first].low)
    }
    return numbers
  }
}
