import RequiteFormats
import RequiteModel

/// Gives texts numbers in order of first appearance, and finds them again by their bytes.
///
/// Consecutive rows often repeat a text, so the last one is compared first.
struct TextIndex {
  private(set) var texts: [String] = []
  private var hashes: [Hash128] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private let limit: Int

  /// Creates an index that begins with `texts`, each given once, and takes at most `limit` texts.
  init(_ texts: [String] = [], limit: Int = .max) {
    self.limit = limit
    for text in texts { _ = insert(Hash128(text)) { text } }
  }

  /// The number of a text that is there already.
  func find(_ field: Bytes) -> Int? {
    let hash = Hash128(field.raw)
    var slot = Int(truncatingIfNeeded: hash.low) & (slots.count - 1)
    while slots[slot] >= 0 {
      if hashes[Int(slots[slot])] == hash { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of a text and whether it is new; `nil` when the index is full.
  mutating func number(of field: Bytes) -> (number: UInt32, isNew: Bool)? {
    if let known = find(field) { return (UInt32(known), false) }
    guard texts.count < limit else { return nil }
    return (UInt32(insert(Hash128(field.raw)) { field.string }), true)
  }

  private mutating func insert(_ hash: Hash128, _ text: () -> String) -> Int {
    if texts.count * 2 >= slots.count { grow() }
    place(hash, texts.count)
    hashes.append(hash)
    texts.append(text())
    return texts.count - 1
  }

  private mutating func place(_ hash: Hash128, _ number: Int) {
    var slot = Int(truncatingIfNeeded: hash.low) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() { place(hash, number) }
  }
}
