/// The keys that objects of a dump have: the wanted ones, then up to 100 others in the order they were met.
///
/// Objects of one dump nearly always have the same keys in the same order, so for each key the one that followed it
/// last time is tried first. A mark for each key tells whether the current object had it already.
struct JSONKeyTable: ~Copyable {
  /// How many keys are remembered beside the wanted ones, and how long one may be.
  private static let unknownLimit = 100
  private static let lengthLimit = 256

  private struct Entry {
    let key: Bytes
    /// The number of the last object that had the key.
    var object = 0
    /// The entry that came after this one last time.
    var successor = 0

    /// Keeps a copy of `key`.
    init(_ key: Bytes) {
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: key.count + 1)
      copy.initialize(from: key.start, count: key.count)
      self.key = Bytes(start: copy, count: key.count)
    }
  }

  private let entries: UnsafeMutablePointer<Entry>
  private let wantedCount: Int
  private var count = 0
  private var object = 0
  /// The entry of the key before, -1 at the beginning of an object.
  private var last = -1
  /// The entry that came first last time.
  private var firstEntry = 0
  /// The entry that should come next.
  private var expected = 0

  /// A table with the keys in `wanted` as its first entries.
  init(wanted: [String]) {
    wantedCount = wanted.count
    entries = .allocate(capacity: wanted.count + Self.unknownLimit)
    for name in wanted {
      var name = name + "\0"  // so that even an empty name has an address
      name.withUTF8 { bytes in bytes.baseAddress.map { append(Bytes(start: $0, count: bytes.count - 1)) } }
    }
  }

  deinit {
    for index in 0..<count { entries[index].key.start.deallocate() }
    entries.deallocate()
  }

  /// The keys that are not wanted, in the order they were met.
  var unknownKeys: [String] {
    (wantedCount..<count).map { entries[$0].key.string }
  }

  /// Begins the next object.
  mutating func beginObject() {
    object += 1
    last = -1
    expected = firstEntry
  }

  /// What became of a key.
  enum Outcome {
    case wanted(Int)
    case unknown
    /// The table is full; the caller must find out itself whether the key comes twice.
    case untracked
    case duplicate
  }

  /// Looks up the next key of the current object.
  @inline(__always)
  mutating func take(_ key: Bytes) -> Outcome {
    var index = expected
    if index >= count || !(entries[index].key == key) {
      index = search(key)
      guard index >= 0 else { return .untracked }
      if last < 0 { firstEntry = index } else { entries[last].successor = index }
    }
    last = index
    expected = entries[index].successor
    guard entries[index].object != object else { return .duplicate }
    entries[index].object = object
    return index < wantedCount ? .wanted(index) : .unknown
  }

  /// The entry of `key`, a new one if there is room; -1 if not.
  private mutating func search(_ key: Bytes) -> Int {
    for index in 0..<count where entries[index].key == key { return index }
    guard count < wantedCount + Self.unknownLimit, key.count <= Self.lengthLimit else { return -1 }
    append(key)
    return count - 1
  }

  private mutating func append(_ key: Bytes) {
    (entries + count).initialize(to: Entry(key))
    count += 1
  }
}
