import RequiteFormats

/// Numbers of texts, in memory of their own: where every row looks texts up, counting references would cost more than the
/// looking up.
struct TextNumbers: ~Copyable {
  fileprivate struct Slot: BitwiseCopyable {
    var key = TextKey.none
    var number: Int32 = -1
  }

  /// What looking up needs; good as long as the table is there and nothing is added to it.
  struct View: BitwiseCopyable {
    private let slots: PinnedRing<Slot>

    fileprivate init(_ slots: borrowing PinnedArray<Slot>) {
      self.slots = PinnedRing(slots)
    }

    /// The number of a text; `nil` for one that has none.
    @inline(__always)
    func number(of text: Bytes) -> Int? {
      let key = TextKey(text)
      var place = key.spread
      // A free place ends the search, and there always is one.
      while slots[place].key != key {
        if slots[place].number < 0 { return nil }
        place &+= 1
      }
      return Int(slots[place].number)
    }

    fileprivate func put(_ slot: Slot) {
      var place = slot.key.spread
      while slots[place].number >= 0 { place += 1 }
      slots[place] = slot
    }
  }

  /// How many texts there are.
  private(set) var count = 0
  private(set) var view: View
  private var slots: PinnedArray<Slot>

  init() {
    slots = PinnedArray(repeating: Slot(), count: 64)
    view = View(slots)
  }

  /// Adds a text that has no number yet; its number is how many there were before.
  mutating func add(_ text: Bytes) {
    add(TextKey(text))
  }

  /// Adds a text that has no number yet; its number is how many there were before.
  mutating func add(_ text: String) {
    add(TextKey(text))
  }

  private mutating func add(_ key: TextKey) {
    if count * 2 >= slots.count { grow() }
    view.put(Slot(key: key, number: Int32(count)))
    count += 1
  }

  private mutating func grow() {
    let larger = PinnedArray(repeating: Slot(), count: slots.count * 2)
    view = View(larger)
    for place in 0..<slots.count where slots[place].number >= 0 { view.put(slots[place]) }
    slots = larger
  }
}
