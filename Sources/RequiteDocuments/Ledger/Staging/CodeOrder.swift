import RequiteModel

/// The way from a dump's codes, given in order of first appearance, to a ledger's, which follow the bytes of the texts.
struct CodeOrder {
  /// The dictionaries in ledger order.
  let sorted: RowDictionaries
  let vendors: [UInt32]
  /// The fingerprint of each vendor, by the dump's code.
  let vendorHashes: [Hash128]
  let channels: [UInt32]
  let strata: [UInt32]
  let scales: [UInt32]
  let levels: [[UInt32]]

  init(of read: RowDictionaries) {
    var sorted = read
    vendorHashes = read.vendors.map { Hash128($0) }
    vendors = CodeOrder.sort(&sorted.vendors)
    channels = CodeOrder.sort(&sorted.channels)
    strata = CodeOrder.sort(&sorted.strata)
    scales = CodeOrder.sort(&sorted.scales)
    levels = sorted.levels.indices.map { CodeOrder.sort(&sorted.levels[$0]) }
    self.sorted = sorted
  }

  /// Sorts `texts` by bytes and returns the new position of each old one.
  private static func sort(_ texts: inout [String]) -> [UInt32] {
    let order = texts.indices.sorted { texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8) }
    var positions = Array(repeating: UInt32(0), count: texts.count)
    for (new, old) in order.enumerated() { positions[old] = UInt32(new) }
    texts = order.map { texts[$0] }
    return positions
  }
}
