import RequiteFormats

/// An adapter, compiled for one dump: instructions and the tables they speak of.
struct AdapterProgram {
  /// A lookup in a column of a side file; for the root of a chain the column leads to the row before.
  struct LookupUse {
    var table: LookupTable
    var column: Int
    var isRequired: Bool
    var field: String
  }

  /// Texts put one behind the other.
  struct Join {
    /// For each part whether it is a text of the adapter.
    var isConstant: [Bool]
    var separator: Bytes
  }

  /// The part of a text between two others.
  struct Part {
    var number: Int
    var separator: Bytes
  }

  /// Some texts that follow each other among the constants.
  struct TextSet: BitwiseCopyable {
    var first: Int
    var count: Int
  }

  var instructions: [Instruction] = []
  /// How many registers there are; the first are the fields of the canonical row.
  var registers = 0
  /// How many fields a canonical row has.
  var fields = 0
  /// How many values have names.
  var values = 0
  let constants = ConstantPool()
  var sets: [TextSet] = []
  var patterns: [[LikePattern]] = []
  var maps: [WordMap] = []
  var clocks: [Clock] = []
  var lookups: [LookupUse] = []
  var joins: [Join] = []
  var parts: [Part] = []
  var walks: [ElementWalk] = []
}

/// A walk through the elements of arrays, and for picks what an element must hold.
final class ElementWalk {
  private var walk: JSONArrayWalk
  private let conditions: [[Bytes]]
  private let taken: Int

  /// A walk that keeps what stands at `paths`.
  ///
  /// For picks the first of them must be one of the texts of `conditions` each, and `taken` is the one asked for.
  init(paths: [JSONPath], conditions: [[Bytes]] = [], taken: Int = 0) {
    walk = JSONArrayWalk(paths: paths)
    self.conditions = conditions
    self.taken = taken
  }

  func begin(_ array: Bytes) {
    walk.begin(array)
  }

  func next() -> Bool {
    walk.next()
  }

  func field(_ path: Int) -> Bytes {
    walk.field(path)
  }

  /// What is taken of the first element of `array` that holds them; `nil` if none does.
  func pick(from array: Bytes) -> Bytes? {
    walk.begin(array)
    while walk.next() {
      let holds = conditions.indices.allSatisfy { index in
        conditions[index].contains { $0 == walk.field(index) }
      }
      if holds { return walk.field(taken) }
    }
    return nil
  }
}
