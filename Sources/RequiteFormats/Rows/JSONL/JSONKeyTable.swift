/// The keys that objects of a dump have: the wanted ones, then up to 100 others in the order they were met.
///
/// Objects of one dump nearly always have the same keys in the same order, so for each key the one that followed it
/// last time is tried first. A mark for each key tells whether the current object had it already.
struct JSONKeyTable: ~Copyable {
  /// How many keys are remembered beside the wanted ones, and how long one may be.
  private static let unknownLimit = 100
  private static let lengthLimit = 256

  private struct Entry: BitwiseCopyable {
    let key: Bytes
    /// How long the key is, -1 if it has more than sixteen bytes.
    let shortCount: Int
    /// The key as two words if it is no longer than these, and where in them it is.
    let words: (UInt64, UInt64)
    let masks: (UInt64, UInt64)
    /// The number of the last object that had the key.
    var object = 0
    /// The entry that came after this one last time.
    var successor = 0

    init(_ key: Bytes) {
      self.key = key
      shortCount = key.count <= 16 ? key.count : -1
      words = key.count <= 16 ? key.words : (0, 0)
      masks = (Self.ones(key.count), Self.ones(key.count - 8))
    }

    /// Ones where the first `count` bytes of a word are.
    private static func ones(_ count: Int) -> UInt64 {
      count <= 0 ? 0 : count >= 8 ? .max : 1 << UInt64(8 * count) - 1
    }

    /// Whether the key lies between two places of a text; never wrong for `true`.
    ///
    /// Keys are short: two words, without a call, tell nearly always.
    @inline(__always)
    func isKey(_ text: Bytes, from start: Int, to end: Int) -> Bool {
      guard end &- start == shortCount, let found = text.wordsIfPresent(at: start) else { return false }
      return found.0 & masks.0 == words.0 && found.1 & masks.1 == words.1
    }
  }

  private var entries = PinnedList<Entry>()
  /// Copies of the keys.
  private let keys = ByteArena()
  private let wantedCount: Int
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
    for name in wanted { name.withField { append($0) } }
  }

  /// The keys that are not wanted, in the order they were met.
  var unknownKeys: [String] {
    (wantedCount..<entries.count).map { entries[$0].key.string }
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

  /// Looks up the next key of the current object, which lies between two places of a text.
  @inline(__always)
  mutating func take(_ text: Bytes, from start: Int, to end: Int) -> Outcome {
    let index = expected
    guard entries.has(index), entries[index].isKey(text, from: start, to: end) else {
      return take(text.part(from: start, to: end))
    }
    return note(index)
  }

  /// Looks up the next key of the current object.
  @inline(never)
  mutating func take(_ key: Bytes) -> Outcome {
    let index = expected
    guard entries.has(index), entries[index].key == key else { return takeOther(key) }
    return note(index)
  }

  /// Looks up a key that did not come after the one before last time.
  private mutating func takeOther(_ key: Bytes) -> Outcome {
    let index = search(key)
    guard index >= 0 else { return .untracked }
    if last < 0 { firstEntry = index } else { entries[last].successor = index }
    return note(index)
  }

  /// Notes that the current object has the key of an entry.
  @inline(__always)
  private mutating func note(_ index: Int) -> Outcome {
    last = index
    expected = entries[index].successor
    guard entries[index].object != object else { return .duplicate }
    entries[index].object = object
    return index < wantedCount ? .wanted(index) : .unknown
  }

  /// The entry of `key`, a new one if there is room; -1 if not.
  private mutating func search(_ key: Bytes) -> Int {
    for index in 0..<entries.count where entries[index].key == key { return index }
    guard entries.count < wantedCount + Self.unknownLimit, key.count <= Self.lengthLimit else { return -1 }
    append(key)
    return entries.count - 1
  }

  private mutating func append(_ key: Bytes) {
    entries.append(Entry(keys.make(copying: key)))
  }
}
