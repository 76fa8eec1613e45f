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
    fileprivate let slots: UnsafeMutablePointer<Slot>
    fileprivate let mask: Int

    /// The number of a text; `nil` for one that has none.
    @inline(__always)
    func number(of text: Bytes) -> Int? {
      let key = TextKey(text.raw)
      var place = key.spread & mask
      // A free place ends the search, and there always is one.
      while slots[place].key != key {
        if slots[place].number < 0 { return nil }
        place = (place &+ 1) & mask
      }
      return Int(slots[place].number)
    }
  }

  /// How many texts there are.
  private(set) var count = 0
  private(set) var view: View

  init() {
    view = View(capacity: 64)
  }

  deinit {
    view.slots.deallocate()
  }

  /// Adds a text that has no number yet; its number is how many there were before.
  mutating func add(_ text: Bytes) {
    add(TextKey(text.raw))
  }

  /// Adds a text that has no number yet; its number is how many there were before.
  mutating func add(_ text: String) {
    add(TextKey(text))
  }

  private mutating func add(_ key: TextKey) {
    if count * 2 > view.mask { grow() }
    view.put(Slot(key: key, number: Int32(count)))
    count += 1
  }

  private mutating func grow() {
    let old = view
    view = View(capacity: (old.mask + 1) * 2)
    for place in 0...old.mask where old.slots[place].number >= 0 { view.put(old.slots[place]) }
    old.slots.deallocate()
  }
}

extension TextNumbers.View {
  /// An empty table; `capacity` is a power of two.
  fileprivate init(capacity: Int) {
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: TextNumbers.Slot(), count: capacity)
    mask = capacity - 1
  }

  fileprivate func put(_ slot: TextNumbers.Slot) {
    var place = slot.key.spread & mask
    while slots[place].number >= 0 { place = (place + 1) & mask }
    slots[place] = slot
  }
}
