import RequiteModel

extension ResponseColumns {
  /// Whose a row is.
  package struct Key {
    /// Its number among those of the block.
    package let row: Int
    /// The plan's code of the vendor.
    package let vendor: UInt32
    /// The customer.
    package let customer: Pseudonym
  }

  /// When a row's answer came and its invitation went out.
  package struct Moments {
    /// When the customer answered.
    package let respondedAt: Instant?
    /// When the invitation went out.
    package let invitedAt: Instant?
  }

  /// Calls `body` with whose every row is.
  @inline(__always)
  package func forEachKey(_ body: (Key) throws -> Void) throws {
    var row = 0
    for person in 0..<lengths.count {
      let customer = customer(person)
      for _ in 0..<Int(lengths[person]) {
        try body(Key(row: row, vendor: try codes.vendor(vendors[row], rest).code, customer: customer))
        row += 1
      }
    }
  }

  /// Calls `body` with whose every row is, and when it took place.
  @inline(__always)
  package func forEachMoment(_ body: (Key, Moments) throws -> Void) throws {
    var reader = rest
    let counts = FlagCounts(flags)
    _ = try SparseColumn(from: &reader, count: counts[ResponseBlock.Flag.score])
    var responded = try SparseColumn(from: &reader, count: counts[ResponseBlock.Flag.responded])
    var invited = try SparseColumn(from: &reader, count: counts[ResponseBlock.Flag.invited])
    try forEachKey { key in
      let flags = flags[key.row]
      try body(
        key,
        Moments(
          respondedAt: flags & ResponseBlock.Flag.responded != 0 ? Instant(seconds: responded.next()) : nil,
          invitedAt: flags & ResponseBlock.Flag.invited != 0 ? Instant(seconds: invited.next()) : nil))
    }
  }

  /// Appends the identities of all rows.
  package func appendIdentities(to identities: inout [Hash128], arena: FactArena) throws(DocumentFailure) {
    let ids = try ids.unpack(AllRows(count: count), to: arena)
    for row in 0..<count { identities.append(ids[row].identity(of: try codes.vendor(vendors[row], rest).hash)) }
  }
}
