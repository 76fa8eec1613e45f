/// The keys of the objects a walk is inside of, to find one that comes twice.
///
/// A stack: an object's keys lie above those of the objects around it. Keys are copied and decoded, so that `"a"` and
/// `"\u0061"` are the same key, and compared by their bytes.
struct JSONKeyList {
  private var bytes: [UInt8] = []
  private var keys: [Range<Int>] = []

  /// The number of keys held.
  var count: Int {
    keys.count
  }

  mutating func append(_ key: JSONCursor.Text, of text: Bytes) {
    let start = bytes.count
    let written = text.part(from: key.start, to: key.end)
    if key.isEscaped {
      bytes.append(addingCapacity: written.count) { JSONEscapes.decode(written, to: &$0) }
    } else {
      written.withSpan { bytes.append(copying: $0) }
    }
    keys.append(start..<bytes.count)
  }

  /// Forgets all keys above the first `mark` and tells whether two of those are the same.
  ///
  /// Many keys are sorted first: an object of a megabyte must not cost the square of its keys.
  mutating func removeLast(to mark: Int) -> Bool {
    if mark == keys.count { return false }
    defer {
      bytes.removeSubrange(keys[mark].lowerBound...)
      keys.removeSubrange(mark...)
    }
    let own = keys[mark...]
    if own.count > 16 {
      let sorted = own.sorted { bytes[$0].lexicographicallyPrecedes(bytes[$1]) }
      return zip(sorted, sorted.dropFirst()).contains { bytes[$0].elementsEqual(bytes[$1]) }
    }
    return own.indices.contains { later in
      own[..<later].contains { $0.count == own[later].count && bytes[$0].elementsEqual(bytes[own[later]]) }
    }
  }

  /// Forgets everything, as after a text that broke off in the middle of an object.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
  }
}
