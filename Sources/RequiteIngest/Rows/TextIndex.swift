import RequiteFormats
import RequiteModel

/// Gives texts numbers in order of first appearance, and finds them again by the fingerprint of their bytes.
struct TextIndex {
  /// Fingerprint and number side by side, so that finding a text touches one place in memory.
  private struct Slot {
    var hash = Hash128.start
    var number: Int32 = -1
  }

  private(set) var texts: [String] = []
  private var slots: [Slot] = Array(repeating: Slot(), count: 64)
  private let limit: Int

  /// Creates an index that begins with `texts`, each given once, and takes at most `limit` texts.
  init(_ texts: [String] = [], limit: Int = .max) {
    self.limit = limit
    for text in texts { _ = insert(Hash128(text), text) }
  }

  /// The number of a text that is there already.
  func find(_ field: Bytes) -> Int? {
    find(Hash128(field.raw))
  }

  /// The number of a text and whether it is new; `nil` when the index is full.
  mutating func number(of field: Bytes) -> (number: UInt32, isNew: Bool)? {
    let hash = Hash128(field.raw)
    if let known = find(hash) { return (UInt32(known), false) }
    guard texts.count < limit else { return nil }
    return (UInt32(insert(hash, field.string)), true)
  }

  @inline(__always)
  private func find(_ hash: Hash128) -> Int? {
    var place = Int(truncatingIfNeeded: hash.low) & (slots.count - 1)
    while slots[place].number >= 0 {
      if slots[place].hash == hash { return Int(slots[place].number) }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func insert(_ hash: Hash128, _ text: String) -> Int {
    if texts.count * 2 >= slots.count { grow() }
    place(Slot(hash: hash, number: Int32(texts.count)))
    texts.append(text)
    return texts.count - 1
  }

  private mutating func place(_ slot: Slot) {
    var place = Int(truncatingIfNeeded: slot.hash.low) & (slots.count - 1)
    while slots[place].number >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number >= 0 { place(slot) }
  }
}
