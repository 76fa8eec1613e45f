import RequiteModel

/// The digest of facts as it grows while the customers of one bucket are scored.
///
/// Facts of one customer are summed and the sum is hashed once more, then the customers' hashes are summed: so the
/// digest knows which facts share a customer, and the same over accounts, but neither who they are nor in which order
/// they came. Under another pseudonym key, or in other parts, the digest is the same.
struct DigestPass {
  private var customers = HashSum()
  private var accounts: [VendorAccount: HashSum] = [:]
  private let names: NameFingerprints
  private let window: Window

  init(names: NameFingerprints, window: Window) {
    self.names = names
    self.window = window
  }

  /// Adds the facts of one customer.
  ///
  /// Responses count when they took place in the survey window. A customer without revenue has the digest they had
  /// before there was any.
  mutating func add(_ facts: CustomerFacts) {
    var (responses, threads, followups) = (HashSum(), HashSum(), HashSum())
    for place in facts.responses.indices {
      guard let moment = facts.responses[place].at, window.contains(moment) else { continue }
      let digest = digest(of: facts.responses[place])
      responses.add(digest)
      let account = VendorAccount(vendor: facts.key.vendor, account: facts.responses[place].account)
      if account.account != .none { accounts[account, default: HashSum()].add(digest) }
    }
    for place in facts.outcomes.indices { threads.add(facts.outcomes[place].digest) }
    for followup in facts.followups { followups.add(Hash128(words: [UInt64(bitPattern: followup.at.seconds)])) }
    let revenues = digests(of: facts.revenues)
    guard responses.count + threads.count + followups.count + revenues.count > 0 else { return }
    let words = responses.words + threads.words + followups.words + (revenues.count > 0 ? revenues.words : [])
    customers.add(Hash128(words: words, seed: names.vendors[Int(facts.key.vendor)]))
  }

  /// Moves the sums to the state.
  func finish(into tables: inout StateTables) {
    if customers.count > 0 { tables.update(.customerDigests) { $0.add(customers.values, to: [0]) } }
    tables.update(.accountDigests) { tally in
      for (key, sum) in accounts { tally.add(sum.values, to: [UInt64(key.vendor), key.account.high, key.account.low]) }
    }
  }

  /// The sum over years of what a customer brought in and how they came.
  private func digests(of revenues: ArraySlice<Revenue>) -> HashSum {
    revenues.reduce(into: HashSum()) { sum, row in
      let numbers = [Int64(row.year), row.amountMinor, Int64(row.acquiredBy.code)]
      sum.add(Hash128(words: numbers.map { UInt64(bitPattern: $0) }))
    }
  }

  /// The fingerprint of a response's content, without a pseudonym and without a code.
  private func digest(of response: Response) -> Hash128 {
    var words: [UInt64] = []
    words.reserveCapacity(32)
    words.append(response.id.withUnsafeBytes { Hash128($0) })
    words.append(UInt64(response.instrument.code) << 8 | UInt64(response.status.code))
    words.append(
      UInt64(UInt32(bitPattern: response.scale.lowest)) << 32 | UInt64(UInt32(bitPattern: response.scale.highest)))
    words.append(response.score.map(Int64.init))
    words.append(response.respondedAt?.seconds)
    words.append(response.invitedAt?.seconds)
    words.append(UInt64(bitPattern: response.weight))
    words.append(UInt64(bitPattern: response.votes))
    words.append(names.strata[Int(response.stratum)])
    words.append(names.channels[Int(response.channel)])
    words.append(response.survey)
    names.append(levels: response.levels, to: &words)
    return Hash128(words: words, seed: names.vendors[Int(response.vendor)])
  }
}

/// A sum of fingerprints: exact, so that neither order nor division of the facts shows.
struct HashSum {
  private(set) var count = 0
  private(set) var high: Int128 = 0
  private(set) var low: Int128 = 0

  /// Adds one fingerprint.
  mutating func add(_ hash: Hash128) {
    count += 1
    high += Int128(hash.high)
    low += Int128(hash.low)
  }

  /// The integers of a tally's value.
  var values: [Int128] { [high, low] }

  /// The sum as words to hash.
  var words: [UInt64] { HashSum.words(of: values) }

  /// Integers as words to hash, the low half of each first.
  static func words(of values: [Int128]) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(2 * values.count)
    for value in values {
      words.append(UInt64(truncatingIfNeeded: value))
      words.append(UInt64(truncatingIfNeeded: value >> 64))
    }
    return words
  }
}

/// An account of one vendor.
private struct VendorAccount: Hashable {
  let vendor: UInt32
  let account: Pseudonym
}
