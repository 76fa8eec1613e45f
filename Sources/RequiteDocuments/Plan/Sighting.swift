import RequiteModel

/// Where a row of an id stands that may be in more than one bucket.
struct Sighting {
  let identity: Hash128
  let bucket: UInt32
  /// Position of the ledger's reader.
  let reader: UInt32

  /// Those of ids that really stand in more than one bucket.
  static func ofScattered(among sightings: [Sighting]) -> [Sighting] {
    let sorted = sightings.sorted { $0.identity < $1.identity }
    var result: [Sighting] = []
    var start = 0
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0.identity != sorted[start].identity } ?? sorted.count
      if sorted[start..<end].contains(where: { $0.bucket != sorted[start].bucket }) { result += sorted[start..<end] }
      start = end
    }
    return result
  }
}
