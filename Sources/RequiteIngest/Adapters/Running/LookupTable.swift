import RequiteFormats

/// A side file in memory: some of its columns by its key.
final class LookupTable {
  private struct Slot {
    var key = TextKey.none
    var row: Int32 = -1
  }

  private var slots = Array(repeating: Slot(), count: 1024)
  private var rows = 0
  private let columns: Int
  /// Where each content begins; one more entry than there are contents.
  private var places: [Int] = [0]
  private var bytes: [UInt8] = []
  private var memory: UnsafeMutablePointer<UInt8>?

  /// An empty table with so many columns.
  init(columns: Int) {
    self.columns = columns
  }

  deinit {
    memory?.deallocate()
  }

  /// Adds a row, unless its key is there already or empty.
  func add(key: Bytes, contents: (Int) -> Bytes) {
    guard !key.isEmpty, find(key) == nil else { return }
    if rows * 2 >= slots.count { grow() }
    place(Slot(key: TextKey(key.raw), row: Int32(rows)))
    rows += 1
    for column in 0..<columns {
      bytes.append(contentsOf: contents(column).raw)
      places.append(bytes.count)
    }
  }

  /// Ends the filling: from here on what `content` gives stays where it is.
  func finish() {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 16)
    memory.initialize(repeating: 0, count: bytes.count + 16)
    memory.update(from: bytes, count: bytes.count)
    self.memory = memory
    bytes = []
  }

  /// The row with a key.
  func find(_ key: Bytes) -> Int? {
    let key = TextKey(key.raw)
    var place = key.spread & (slots.count - 1)
    while slots[place].row >= 0 {
      if slots[place].key == key { return Int(slots[place].row) }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// What a row has in a column.
  func content(_ row: Int, _ column: Int) -> Bytes {
    let entry = row * columns + column
    return Bytes(start: UnsafePointer(memory!) + places[entry], count: places[entry + 1] - places[entry])
  }

  private func place(_ slot: Slot) {
    var place = slot.key.spread & (slots.count - 1)
    while slots[place].row >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.row >= 0 { place(slot) }
  }
}
