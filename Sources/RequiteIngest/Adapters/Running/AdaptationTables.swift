import RequiteFormats

/// What the instructions of a program look into for every row, in memory that stays where it is.
///
/// Good as long as the program is there.
struct AdaptationTables: ~Copyable {
  /// A lookup in a column of a side file.
  struct LookupUse: BitwiseCopyable {
    let table: LookupTable.View
    let column: Int
  }

  /// The texts of the adapter, the empty one first.
  let constants: PinnedArray<Bytes>
  let instructions: PinnedArray<Instruction>
  let sets: PinnedArray<AdapterProgram.TextSet>
  let maps: PinnedArray<WordMap.View>
  let lookups: PinnedArray<LookupUse>
  let clocks: PinnedObjects<Clock>

  init(_ program: AdapterProgram) {
    constants = PinnedArray(program.constants.texts)
    instructions = PinnedArray(program.instructions)
    sets = PinnedArray(program.sets)
    maps = PinnedArray(program.maps.map(\.view))
    lookups = PinnedArray(program.lookups.map { LookupUse(table: $0.table.view, column: $0.column) })
    clocks = PinnedObjects(program.clocks)
  }
}
