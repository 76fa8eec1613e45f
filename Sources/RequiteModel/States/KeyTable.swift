import RequiteMemory

/// Keys of one width, numbered in the order in which they first came.
///
/// The words of all keys stand in one array, one key after the other, and an open-addressed table of numbers finds them: a
/// key costs its words and eight to sixteen bytes, wherever it comes from.
///
/// - Complexity: `number` and `insert` O(1) on average.
package struct KeyTable: Sendable {
  /// Words in a key.
  package let width: Int
  /// How many keys it holds.
  package private(set) var count = 0
  private var words: [UInt64] = []
  /// For each place 0, or 1 + the number of the key that stands there; a power of two, at most half of it taken.
  private var places: [UInt32] = []

  private static let leastPlaces = 16

  /// Creates an empty table.
  package init(width: Int) {
    self.width = width
  }

  /// The number of `key`, `nil` when it never came.
  package func number(of key: Span<UInt64>) -> Int? {
    precondition(key.count == width, "the keys of a table have one width")
    guard count > 0 else { return nil }
    let entry = find(key).entry
    return entry == 0 ? nil : Int(entry) - 1
  }

  /// The number of `key`, which is `count` before the call when it is new.
  @discardableResult
  package mutating func insert(_ key: Span<UInt64>) -> Int {
    precondition(key.count == width, "the keys of a table have one width")
    if 2 * count >= places.count { grow() }
    let (place, entry) = find(key)
    if entry != 0 { return Int(entry) - 1 }
    words.append(copying: key)
    count += 1
    places[place] = UInt32(count)
    return count - 1
  }

  /// A key that will be looked for soon.
  package struct Sought: BitwiseCopyable, Sendable {
    fileprivate let hash: UInt64
  }

  /// Begins to bring the place of a key into the cache: for a table that is larger than that, some work before the key is
  /// looked for.
  @inline(__always)
  package func seek(_ key: Span<UInt64>) -> Sought {
    let sought = Sought(hash: KeyTable.hash(key))
    if !places.isEmpty {
      let place = Int(truncatingIfNeeded: sought.hash) & (places.count - 1)
      places.willRead(place..<place + 1)
    }
    return sought
  }

  /// Begins to bring the words of the key into the cache that stands where a key was sought, some work after that.
  ///
  /// - Returns: the number of that key, which mostly is the one sought; `nil` where there is none.
  @inline(__always)
  package func approach(_ sought: Sought) -> Int? {
    guard !places.isEmpty else { return nil }
    let entry = places[Int(truncatingIfNeeded: sought.hash) & (places.count - 1)]
    guard entry != 0 else { return nil }
    let number = Int(entry) - 1
    words.willRead(number * width..<(number + 1) * width)
    return number
  }

  /// The words of a key by its number.
  package func key(_ number: Int) -> ArraySlice<UInt64> {
    words[number * width..<(number + 1) * width]
  }

  /// The numbers of all keys, by the keys' words.
  ///
  /// - Complexity: O(*n* log *n*).
  package func sortedNumbers() -> [UInt32] {
    // Two keys for every step of the sort, both of them there: bounds that are checked for each cost a tenth of it.
    unsafe words.withUnsafeBufferPointer { words in
      (0..<UInt32(count)).sorted { left, right in
        let (left, right) = (Int(left) &* width, Int(right) &* width)
        for word in 0..<width {
          let (one, other) = unsafe (words[left &+ word], words[right &+ word])
          if one != other { return one < other }
        }
        return false
      }
    }
  }

  /// Forgets all keys, for another use of the same memory.
  ///
  /// Memory that was not needed by far is given back, so that emptying never costs more than filling did.
  package mutating func removeAll() {
    if places.count > max(KeyTable.leastPlaces, 16 * count) {
      places = []
    } else {
      for place in places.indices { places[place] = 0 }
    }
    words.removeAll(keepingCapacity: true)
    count = 0
  }
}

extension KeyTable {
  /// Where `key` stands, or the free place where it would, and what is there.
  ///
  /// Keys are found for every fact, so that bounds are not checked for each word: an entry is the number of a key that is
  /// there, and half of the places are free.
  private func find(_ key: Span<UInt64>) -> (place: Int, entry: UInt32) {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: KeyTable.hash(key)) & mask
    let (places, words) = (places.span, words.span)
    while true {
      let entry = places[place]
      if entry == 0 { return (place, 0) }
      let start = (Int(entry) &- 1) &* width
      var index = 0
      while index < key.count, unsafe words[unchecked: start &+ index] == key[index] { index &+= 1 }
      if index == key.count { return (place, entry) }
      place = (place &+ 1) & mask
    }
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: max(KeyTable.leastPlaces, 2 * places.count))
    let mask = places.count - 1
    for number in 0..<count {
      var place = Int(truncatingIfNeeded: KeyTable.hash(words.span.extracting(number * width..<(number + 1) * width)))
      while places[place & mask] != 0 { place &+= 1 }
      places[place & mask] = UInt32(number + 1)
    }
  }

  /// The same in every process: nothing that is written depends on it, and keys are codes and pseudonyms, which nobody
  /// outside can choose.
  private static func hash(_ key: Span<UInt64>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for index in key.indices { state = Hash128.fold(state ^ key[index], 0xA076_1D64_78BD_642F) }
    return state
  }
}
