/// Which of the dumps a process takes when several processes divide them.
struct Share: Sendable {
  /// The number of this share, from 1.
  let number: Int
  /// How many shares there are.
  let count: Int

  /// Everything.
  static let all = Share(number: 1, count: 1)

  private init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }

  /// Reads `2/4`.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard parts.count == 2, parts[1] >= 1, (1...parts[1]).contains(parts[0]) else { return nil }
    self.init(number: parts[0], count: parts[1])
  }

  /// The dumps of this share: the largest first, each to the share that has least so far, so that shares end together.
  func select(_ dumps: [DumpFile]) -> [DumpFile] {
    var loads = Array(repeating: 0, count: count)
    var mine: [DumpFile] = []
    for dump in dumps.sorted(by: { ($1.size, $0.name.name) < ($0.size, $1.name.name) }) {
      let lightest = loads.indices.min { (loads[$0], $0) < (loads[$1], $1) }!
      loads[lightest] += dump.size + 1
      if lightest == number - 1 { mine.append(dump) }
    }
    return mine.sorted { $0.name.name.utf8.lexicographicallyPrecedes($1.name.name.utf8) }
  }
}
