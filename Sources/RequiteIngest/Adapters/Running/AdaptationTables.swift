import RequiteFormats

/// What the instructions of a program look into for every row, in memory that stays where it is.
///
/// Good as long as the program is there.
struct AdaptationTables: BitwiseCopyable {
  /// A lookup in a column of a side file.
  struct LookupUse: BitwiseCopyable {
    let table: LookupTable.View
    let column: Int
  }

  let sets: UnsafePointer<AdapterProgram.TextSet>
  let maps: UnsafePointer<WordMap.View>
  let lookups: UnsafePointer<LookupUse>
  let clocks: UnsafePointer<Unmanaged<Clock>>

  init(_ program: AdapterProgram) {
    sets = AdaptationTables.copy(program.sets)
    maps = AdaptationTables.copy(program.maps.map(\.view))
    lookups = AdaptationTables.copy(program.lookups.map { LookupUse(table: $0.table.view, column: $0.column) })
    clocks = AdaptationTables.copy(program.clocks.map(Unmanaged.passUnretained))
  }

  func deallocate() {
    sets.deallocate()
    maps.deallocate()
    lookups.deallocate()
    clocks.deallocate()
  }

  private static func copy<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: elements.count + 1)
    copy.initialize(from: elements, count: elements.count)
    return UnsafePointer(copy)
  }
}
