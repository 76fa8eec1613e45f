import RequiteFormats

/// A side file in memory: some of its columns by its key.
final class LookupTable {
  /// What looking up needs; good as long as the table is there, once it is filled.
  struct View: BitwiseCopyable {
    fileprivate let keys: TextNumbers.View
    fileprivate let columns: Int
    fileprivate let places: UnsafePointer<Int>
    fileprivate let contents: UnsafePointer<UInt8>

    /// The row with a key.
    @inline(__always)
    func find(_ key: Bytes) -> Int? {
      keys.number(of: key)
    }

    /// What a row has in a column.
    @inline(__always)
    func content(_ row: Int, _ column: Int) -> Bytes {
      let entry = row * columns + column
      return Bytes(start: contents + places[entry], count: places[entry + 1] - places[entry])
    }
  }

  private var keys = TextNumbers()
  private let columns: Int
  /// Where each content begins; one more entry than there are contents.
  private var places: [Int] = [0]
  private var bytes: [UInt8] = []
  private var memory: (places: UnsafeMutablePointer<Int>, contents: UnsafeMutablePointer<UInt8>)?

  /// An empty table with so many columns.
  init(columns: Int) {
    self.columns = columns
  }

  deinit {
    memory?.places.deallocate()
    memory?.contents.deallocate()
  }

  /// Adds a row, unless its key is there already or empty.
  func add(key: Bytes, contents: (Int) -> Bytes) {
    guard !key.isEmpty, keys.view.number(of: key) == nil else { return }
    keys.add(key)
    for column in 0..<columns {
      bytes.append(contentsOf: contents(column).raw)
      places.append(bytes.count)
    }
  }

  /// Ends the filling.
  func finish() {
    let contents = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 16)
    contents.initialize(repeating: 0, count: bytes.count + 16)
    contents.update(from: bytes, count: bytes.count)
    let places = UnsafeMutablePointer<Int>.allocate(capacity: places.count)
    places.initialize(from: self.places, count: self.places.count)
    memory = (places, contents)
    (bytes, self.places) = ([], [])
  }

  /// What looking up needs; to be asked for once the table is filled.
  var view: View {
    guard let memory else { preconditionFailure("a table is looked into that is still being filled") }
    return View(keys: keys.view, columns: columns, places: memory.places, contents: memory.contents)
  }
}
