/// Finds the rows whose identity came before, among those of one bucket; its memory serves bucket after bucket.
public struct IdentityTable: Sendable {
  /// A row whose identity an earlier row has.
  public struct Repeat: Hashable, Sendable {
    /// The first row with the identity.
    public let first: Int
    /// The row that repeats it.
    public let row: Int

    @inlinable init(first: Int, row: Int) {
      self.first = first
      self.row = row
    }
  }

  /// For each place 0, or a row's number counted from 1 and, in the high half, as many bits of its identity.
  @usableFromInline var places: [UInt64] = []

  /// Creates a table without memory.
  @inlinable public init() {}

  /// The rows among `count` whose identity came before, in order.
  ///
  /// - Complexity: O(*n*) on average.
  @inlinable public mutating func repeats(among count: Int, identity: (Int) -> Hash128) -> [Repeat] {
    precondition(count < Int(UInt32.max), "a bucket holds fewer rows than 32 bits can count")
    empty(for: count)
    var repeats: [Repeat] = []
    var places = places.mutableSpan
    let mask = places.count &- 1
    for row in 0..<count {
      let wanted = identity(row)
      let tag = wanted.high & 0xFFFF_FFFF_0000_0000
      var place = Int(truncatingIfNeeded: wanted.low) & mask
      while places[place] != 0 {
        if places[place] & 0xFFFF_FFFF_0000_0000 == tag {
          let first = Int(places[place] & 0xFFFF_FFFF) - 1
          if identity(first) == wanted {
            repeats.append(Repeat(first: first, row: row))
            break
          }
        }
        place = (place &+ 1) & mask
      }
      if places[place] == 0 { places[place] = tag | UInt64(row + 1) }
    }
    return repeats
  }

  /// Forgets all rows and makes room for `count`, of which at most half is taken.
  @usableFromInline mutating func empty(for count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    guard size == places.count else {
      places = Array(repeating: 0, count: size)
      return
    }
    var places = places.mutableSpan
    places.update(repeating: 0)
  }
}
