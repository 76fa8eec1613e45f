import RequiteModel

/// Fingerprints of 32 bits, each with the number of whoever had it first; its memory serves bucket after bucket.
///
/// Keys with different fingerprints are different keys. Those with equal ones may be, and must be looked at whole.
package struct FingerprintTable {
  /// For each place 0, or a fingerprint in the high half and 1 + its owner's number in the low half.
  private var places: [UInt64] = []
  private var count = 0

  /// Creates an empty table, which has no room yet.
  package init() {}

  /// Forgets all fingerprints and makes room for `count`, of which at most half is taken.
  package mutating func removeAll(roomFor count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    self.count = 0
    if places.count < size || places.count > 8 * size {
      places = Array(repeating: 0, count: size)
    } else {
      var places = places.mutableSpan
      places.update(repeating: 0)
    }
  }

  /// Adds a fingerprint unless it is there.
  ///
  /// - Returns: who had it before, `nil` for nobody.
  package mutating func insert(_ fingerprint: UInt32, owner: Int) -> Int? {
    let place = place(of: fingerprint)
    guard places[place] == 0 else { return Int(places[place] & 0xFFFF_FFFF) - 1 }
    count += 1
    precondition(2 * count <= places.count, "room was made for fewer fingerprints")
    places[place] = UInt64(fingerprint) << 32 | UInt64(UInt32(owner) + 1)
    return nil
  }

  /// Whether anybody has a fingerprint.
  package func contains(_ fingerprint: UInt32) -> Bool {
    count > 0 && places[place(of: fingerprint)] != 0
  }

  /// Where a fingerprint is, or the free place where it would be.
  private func place(of fingerprint: UInt32) -> Int {
    let mask = places.count &- 1
    var place = Int(fingerprint &* 0x9E37_79B1 >> 7) & mask
    while places[place] != 0, places[place] >> 32 != UInt64(fingerprint) { place = (place &+ 1) & mask }
    return place
  }
}

extension Hash128 {
  /// A part of the fingerprint that no bucket is chosen by.
  package var fingerprint: UInt32 { UInt32(truncatingIfNeeded: low) }
}
