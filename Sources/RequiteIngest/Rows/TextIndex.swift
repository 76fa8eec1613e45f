import RequiteFormats

/// Gives texts numbers in order of first appearance, and finds them again.
struct TextIndex {
  /// Key and number side by side, so that finding a text touches one place in memory.
  private struct Slot: BitwiseCopyable {
    var key = TextKey.none
    var number: Int32 = -1
  }

  private(set) var texts: [String] = []
  private var slots = RingArray(repeating: Slot(), count: 64)
  private let limit: Int

  /// Creates an index that begins with `texts`, each given once, and takes at most `limit` texts.
  init(_ texts: [String] = [], limit: Int = .max) {
    self.limit = limit
    for text in texts { _ = insert(TextKey(text), text) }
  }

  /// The number of a text that is there already.
  @inline(__always)
  func find(_ field: Bytes) -> Int? {
    find(TextKey(field))
  }

  /// The number of a text, which is given one if it has none; `nil` when the index is full.
  mutating func number(of field: Bytes) -> Int? {
    let key = TextKey(field)
    if let known = find(key) { return known }
    return texts.count < limit ? insert(key, field.string) : nil
  }

  @inline(__always)
  private func find(_ key: TextKey) -> Int? {
    var place = key.spread
    while slots[place].key != key {
      if slots[place].number < 0 { return nil }
      place &+= 1
    }
    return Int(slots[place].number)
  }

  private mutating func insert(_ key: TextKey, _ text: String) -> Int {
    if texts.count * 2 >= slots.count { grow() }
    place(Slot(key: key, number: Int32(texts.count)))
    texts.append(text)
    return texts.count - 1
  }

  private mutating func place(_ slot: Slot) {
    var place = slot.key.spread
    while slots[place].number >= 0 { place += 1 }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = RingArray(repeating: Slot(), count: old.count * 2)
    for place in 0..<old.count where old[place].number >= 0 { self.place(old[place]) }
  }
}
