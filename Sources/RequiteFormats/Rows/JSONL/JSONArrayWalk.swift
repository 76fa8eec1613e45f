/// Goes through the elements of an array that a row holds, as it is written there.
package struct JSONArrayWalk: ~Copyable {
  private var walk: JSONPathWalk
  private let fields: PinnedArray<Bytes>
  private var array = Bytes()
  private var position = 0

  /// A walk that keeps of each element what stands at `paths`, each of which is there once.
  package init(paths: [JSONPath]) {
    walk = JSONPathWalk(paths)
    fields = PinnedArray(repeating: Bytes(), count: paths.count)
  }

  /// Goes to the beginning of `array`; anything but an array has no elements.
  package mutating func begin(_ array: Bytes) {
    let isArray = array.count > 1 && array[0] == UInt8(ascii: "[")
    self.array = isArray ? array : Bytes()
    position = 1
  }

  /// Goes to the next element, and tells whether there is one.
  package mutating func next() -> Bool {
    fields.slots.fill(with: Bytes())
    return position < array.count && walk.readElement(array, position: &position, into: fields.slots)
  }

  /// What the current element has at a path, by its index in the list given; gone with the next element.
  package func field(_ path: Int) -> Bytes {
    fields[path]
  }
}
