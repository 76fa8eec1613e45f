import RequiteModel

/// The digest of facts as it grows while customers are scored.
///
/// Facts of one customer are summed and the sum is hashed once more, then the customers' hashes are summed: so the
/// digest knows which facts share a customer, and the same over accounts, but neither who they are nor in which order
/// they came. Under another pseudonym key, or in other parts, the digest is the same.
struct DigestPass {
  private var customers = HashSum()
  private var accounts = KeyTable(width: 3)
  private var accountSums: [HashSum] = []
  private let names: NameFingerprints
  private let window: Window

  init(names: NameFingerprints, window: Window) {
    self.names = names
    self.window = window
  }

  /// Adds the facts of one customer.
  ///
  /// Responses count when they took place in the survey window. A customer without revenue has the digest they had
  /// before there was any, and so have all on a night without a crosswalk, which says nothing of anybody.
  mutating func add(_ facts: CustomerFacts, standing: IdentityStanding? = nil) {
    var (responses, threads, followups, revenues) = (HashSum(), HashSum(), HashSum(), HashSum())
    for place in facts.responses.indices {
      let response = facts.responses.place(place)
      guard let moment = response.pointee.at, window.contains(moment) else { continue }
      let digest = digest(of: response)
      responses.add(digest)
      if response.pointee.account != .none { add(digest, toAccountOf: response) }
    }
    for place in facts.outcomes.indices { threads.add(facts.outcomes[place].digest) }
    for place in facts.followups.indices { followups.add(digest(of: facts.followups[place])) }
    for place in facts.revenues.indices { revenues.add(digest(of: facts.revenues[place])) }
    guard responses.count + threads.count + followups.count + revenues.count > 0 else { return }
    var hash = PairHash(seed: names.vendors[Int(facts.key.vendor)])
    responses.append(to: &hash)
    threads.append(to: &hash)
    followups.append(to: &hash)
    if revenues.count > 0 { revenues.append(to: &hash) }
    if let standing { hash.absorb(UInt64(standing.rawValue), 1) }
    customers.add(hash.finish())
  }

  /// Moves the sums to the state.
  mutating func finish(into tables: inout StateTables) {
    if customers.count > 0 { tables.update(.customerDigests) { $0.add(customers.values, to: [0]) } }
    tables.update(.accountDigests) { tally in
      for (number, sum) in accountSums.enumerated() { tally.add(sum.values, to: Array(accounts.key(number))) }
    }
    customers = HashSum()
    accounts.removeAll()
    accountSums.removeAll()
  }

  private mutating func add(_ digest: Hash128, toAccountOf response: RowPlace<Response>) {
    let account = response.pointee.account
    let key: InlineArray<3, UInt64> = [UInt64(response.pointee.vendor), account.high, account.low]
    let number = accounts.insert(key.span)
    if number == accountSums.count { accountSums.append(HashSum()) }
    accountSums[number].add(digest)
  }

  /// The fingerprint of a response's content, without a pseudonym and without a code.
  private func digest(of response: RowPlace<Response>) -> Hash128 {
    let response = response.pointee
    var hash = PairHash(seed: names.vendors[Int(response.vendor)])
    hash.absorb(Hash128(response.id))
    hash.absorb(UInt64(response.instrument.code) << 8 | UInt64(response.status.code), response.scale.word)
    hash.absorb(response.score.map(Int64.init))
    hash.absorb(response.respondedAt?.seconds)
    hash.absorb(response.invitedAt?.seconds)
    hash.absorb(UInt64(bitPattern: response.weight), UInt64(bitPattern: response.votes))
    hash.absorb(names.strata[Int(response.stratum)])
    hash.absorb(names.channels[Int(response.channel)])
    hash.absorb(response.survey)
    names.append(levels: response.levels, to: &hash)
    return hash.finish()
  }

  private func digest(of followup: Followup) -> Hash128 {
    Hash128(words: [UInt64(bitPattern: followup.at.seconds)])
  }

  /// What a customer brought in and how they came.
  private func digest(of revenue: Revenue) -> Hash128 {
    let numbers = [Int64(revenue.year), revenue.amountMinor, Int64(revenue.acquiredBy.code)]
    return Hash128(words: numbers.map { UInt64(bitPattern: $0) })
  }
}
