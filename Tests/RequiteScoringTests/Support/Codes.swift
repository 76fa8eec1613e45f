import RequiteModel

/// Turns the names of specs into the codes, fingerprints and pseudonyms of facts.
struct Codes {
  let vendors: [String]
  let channels: [String]
  let strata: [String]
  let levels: [[String]]
  let key: String

  func interaction(_ spec: EventSpec) -> Interaction {
    let vendor = Hash128(spec.vendor)
    var event = Interaction(
      vendor: code(spec.vendor, in: vendors), thread: Hash128(spec.thread, seed: vendor), id: TestArena.keep(spec.id),
      identity: Hash128(spec.id, seed: vendor), customer: pseudonym(spec.customer), at: instant(spec.at),
      channel: code(spec.channel, in: channels), direction: spec.direction, kind: spec.kind)
    event.agent = spec.agent.hasPrefix("unknown:") ? .unknown : pseudonym(spec.agent)
    event.isAutomated = spec.agent.hasPrefix("bot:")
    event.due = spec.due.map(instant)
    event.value = spec.value
    event.revision = spec.revision
    event.levels = codes(of: spec.levels)
    return event
  }

  func response(_ spec: ResponseSpec) -> Response {
    let vendor = Hash128(spec.vendor)
    var response = Response(
      vendor: code(spec.vendor, in: vendors), id: TestArena.keep(spec.id), identity: Hash128(spec.id, seed: vendor),
      customer: pseudonym(spec.customer), instrument: spec.instrument, scale: ScoreScale(spec.scale)!,
      status: spec.status)
    response.account = pseudonym(spec.account)
    response.score = spec.score
    response.votes = spec.votes
    response.respondedAt = spec.at.map(instant)
    response.invitedAt = spec.invitedAt.map(instant)
    response.weight = spec.weight
    response.stratum = code(spec.stratum, in: strata)
    response.channel = code(spec.channel, in: channels)
    response.survey = spec.survey.isEmpty ? .start : Hash128(spec.survey)
    response.revision = spec.revision
    response.levels = codes(of: spec.levels)
    return response
  }

  func revenue(_ spec: RevenueSpec) -> Revenue {
    Revenue(
      vendor: code(spec.vendor, in: vendors), vendorHash: Hash128(spec.vendor), customer: pseudonym(spec.customer),
      year: spec.year, amountMinor: spec.amount, acquiredBy: spec.acquiredBy)
  }

  private func codes(of names: [String]) -> FactLevels {
    TestArena.keep(levels.indices.map { $0 < names.count ? code(names[$0], in: levels[$0]) : 0 })
  }

  private func code(_ name: String, in names: [String]) -> UInt32 {
    UInt32(names.firstIndex(of: name)!)
  }

  private func instant(_ seconds: Int64) -> Instant {
    Instant(seconds: Night.start + seconds)
  }

  private func pseudonym(_ name: String) -> Pseudonym {
    guard !name.isEmpty else { return .none }
    let hash = Hash128(name, seed: Hash128(key))
    return Pseudonym(high: hash.high, low: hash.low)
  }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
