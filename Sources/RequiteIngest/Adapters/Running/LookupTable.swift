import RequiteFormats

/// A side file in memory: some of its columns by its key.
final class LookupTable {
  /// What looking up needs; good as long as the table is there, once it is filled.
  struct View: BitwiseCopyable {
    fileprivate let keys: TextNumbers.View
    fileprivate let columns: Int
    fileprivate let places: PinnedSlots<Int>
    fileprivate let contents: PinnedSlots<UInt8>

    /// The row with a key.
    @inline(__always)
    func find(_ key: Bytes) -> Int? {
      keys.number(of: key)
    }

    /// What a row has in a column.
    @inline(__always)
    func content(_ row: Int, _ column: Int) -> Bytes {
      let entry = row * columns + column
      return contents.bytes(places[entry]..<places[entry + 1])
    }
  }

  private var keys = TextNumbers()
  private let columns: Int
  /// Where each content begins; one more entry than there are contents.
  private var places: [Int] = [0]
  private var bytes: [UInt8] = []
  private var memory: Memory?

  /// Where things stand once all are there.
  private final class Memory {
    let places: PinnedArray<Int>
    let contents: PinnedArray<UInt8>

    init(places: [Int], contents: [UInt8]) {
      self.places = PinnedArray(places)
      self.contents = PinnedArray(contents)
    }
  }

  /// An empty table with so many columns.
  init(columns: Int) {
    self.columns = columns
  }

  /// Adds a row, unless its key is there already or empty.
  func add(key: Bytes, contents: (Int) -> Bytes) {
    guard !key.isEmpty, keys.view.number(of: key) == nil else { return }
    keys.add(key)
    for column in 0..<columns {
      bytes.append(contentsOf: contents(column))
      places.append(bytes.count)
    }
  }

  /// Ends the filling.
  func finish() {
    // Behind the last one, too, there are bytes that a scan may read.
    memory = Memory(places: places, contents: bytes + Array(repeating: 0, count: 16))
    (bytes, places) = ([], [])
  }

  /// What looking up needs; to be asked for once the table is filled.
  var view: View {
    guard let memory else { preconditionFailure("a table is looked into that is still being filled") }
    return View(keys: keys.view, columns: columns, places: memory.places.slots, contents: memory.contents.slots)
  }
}
