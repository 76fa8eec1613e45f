import RequiteFormats

/// Gives texts numbers in order of first appearance, and finds them again.
struct TextIndex {
  /// Key and number side by side, so that finding a text touches one place in memory.
  private struct Slot {
    var key = TextKey("")
    var number: Int32 = -1
  }

  private(set) var texts: [String] = []
  private var slots: [Slot] = Array(repeating: Slot(), count: 64)
  private let limit: Int

  /// Creates an index that begins with `texts`, each given once, and takes at most `limit` texts.
  init(_ texts: [String] = [], limit: Int = .max) {
    self.limit = limit
    for text in texts { _ = insert(TextKey(text), text) }
  }

  /// The number of a text that is there already.
  func find(_ field: Bytes) -> Int? {
    find(TextKey(field.raw))
  }

  /// The number of a text and whether it is new; `nil` when the index is full.
  mutating func number(of field: Bytes) -> (number: UInt32, isNew: Bool)? {
    let key = TextKey(field.raw)
    if let known = find(key) { return (UInt32(known), false) }
    guard texts.count < limit else { return nil }
    return (UInt32(insert(key, field.string)), true)
  }

  @inline(__always)
  private func find(_ key: TextKey) -> Int? {
    var place = key.spread & (slots.count - 1)
    while slots[place].number >= 0 {
      if slots[place].key == key { return Int(slots[place].number) }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func insert(_ key: TextKey, _ text: String) -> Int {
    if texts.count * 2 >= slots.count { grow() }
    place(Slot(key: key, number: Int32(texts.count)))
    texts.append(text)
    return texts.count - 1
  }

  private mutating func place(_ slot: Slot) {
    var place = slot.key.spread & (slots.count - 1)
    while slots[place].number >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number >= 0 { place(slot) }
  }
}
