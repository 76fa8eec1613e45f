import RequiteModel

/// What decides in which cells a thread or an answer counts.
struct CellGroup {
  /// Code of the vendor.
  let vendor: UInt32
  /// Code of the channel.
  let channel: UInt32
  /// Codes of the levels.
  let levels: FactLevels
  /// Code of the trend period, 0 without one; the cells of the window come besides.
  let period: UInt16

  /// Whether both count in the same cells.
  @inline(__always)
  func agrees(with other: CellGroup) -> Bool {
    vendor == other.vendor && channel == other.channel && period == other.period
      && (levels.isEmpty && other.levels.isEmpty || levels == other.levels)
  }
}

/// The groups of cells that facts met, numbered, with the cells of each.
///
/// Facts of one group count alike in every cell of it, so they can be summed once and divided among cells later.
struct CellGroups {
  private var keys: KeyTable
  private var cellsOfGroup: [[Cell]] = []
  /// A key's words, a buffer: vendor and channel, period, two levels in each of the rest.
  private var words: [UInt64]
  private let plan: CellPlan

  /// - Parameters:
  ///   - plan: which cells there are.
  ///   - attributes: how many levels facts have.
  init(plan: CellPlan, attributes: Int) {
    self.plan = plan
    words = Array(repeating: 0, count: 2 + (attributes + 1) / 2)
    keys = KeyTable(width: words.count)
  }

  /// The number of a group, new or known.
  mutating func number(of group: CellGroup) -> Int {
    words[0] = UInt64(group.vendor) << 32 | UInt64(group.channel)
    words[1] = UInt64(group.period)
    for place in 2..<words.count {
      let first = 2 * (place - 2)
      words[place] = UInt64(level(first, of: group)) << 32 | UInt64(level(first + 1, of: group))
    }
    let key = words
    let number = keys.insert(key.span)
    if number == cellsOfGroup.count { cellsOfGroup.append(cells(of: group)) }
    return number
  }

  /// The cells of a group by its number.
  func cells(_ number: Int) -> [Cell] { cellsOfGroup[number] }

  /// Forgets all groups.
  mutating func removeAll() {
    keys.removeAll()
    cellsOfGroup.removeAll(keepingCapacity: true)
  }

  private func level(_ attribute: Int, of group: CellGroup) -> UInt32 {
    attribute < group.levels.count ? group.levels[attribute] : 0
  }

  private func cells(of group: CellGroup) -> [Cell] {
    var cells: [Cell] = []
    plan.forEachCell(vendor: group.vendor, channel: group.channel, levels: group.levels) { cells.append($0) }
    guard group.period > 0 else { return cells }
    plan.forEachCell(vendor: group.vendor, channel: group.channel, levels: group.levels, period: group.period) {
      cells.append($0)
    }
    return cells
  }
}
