import RequiteModel

extension EventColumns {
  /// What a row tells without being decoded.
  package struct Glance {
    /// When it happened.
    package let at: Instant
    private let word: EventWord
    private let flags: UInt8

    init(at: Instant, word: EventWord, flags: UInt8) {
      (self.at, self.word, self.flags) = (at, word, flags)
    }

    /// Who spoke.
    package var direction: Direction { word.direction }
    /// What happened.
    package var kind: EventKind { word.kind }
    /// Whether the row is of another customer than the first row of its thread.
    package var isOfAnotherCustomer: Bool { flags & InteractionBlock.Flag.customer != 0 }
    /// `Interaction.isAnswer`.
    package var isAnswer: Bool {
      word.direction == .outgoing && word.kind.answers && flags & InteractionBlock.Flag.automated == 0
    }
  }

  /// A thread as far as it is in this ledger.
  package struct Thread {
    /// Its number among those of the block.
    package let number: Int
    /// Fingerprint of vendor and thread id.
    package let hash: Hash128
    /// Its rows.
    package let rows: Range<Int>
  }

  /// Calls `body` with every thread.
  @inline(__always)
  package func forEachThread(_ body: (Thread) throws -> Void) rethrows {
    var start = 0
    for thread in 0..<lengths.count {
      let end = start + Int(lengths.lengths[thread])
      try body(Thread(number: thread, hash: hash(of: thread), rows: start..<end))
      start = end
    }
  }

  /// The plan's code of a thread's vendor.
  package func vendor(of thread: Thread) throws(DocumentFailure) -> UInt32 {
    try codes.vendor(lengths.vendors[thread.number], rest).code
  }

  /// The customer of a thread's first row.
  package func customer(of thread: Thread) -> Pseudonym {
    let owner = owner(of: thread.number)
    return links?.person(of: owner) ?? owner
  }

  /// What a row tells without being decoded.
  ///
  /// - Throws: `DocumentFailure.damaged` for a row of a newer format.
  @inline(__always)
  package func glance(_ row: Int) throws(DocumentFailure) -> Glance {
    guard let word = EventWord.known[Int(truncatingIfNeeded: words[row] & 255)] else { throw rest.damaged }
    return Glance(at: Instant(seconds: times[row]), word: word, flags: UInt8(truncatingIfNeeded: flags[row]))
  }

  /// Appends the identities of all rows.
  package func appendIdentities(to identities: inout [Hash128], arena: FactArena) throws(DocumentFailure) {
    let ids = try ids.unpack(AllRows(count: count), to: arena)
    var row = 0
    for thread in 0..<lengths.count {
      let vendor = try codes.vendor(lengths.vendors[thread], rest).hash
      for _ in 0..<Int(lengths.lengths[thread]) {
        identities.append(ids[row].identity(of: vendor))
        row += 1
      }
    }
  }
}
