import RequiteModel

/// The fingerprints of a plan's names, by code.
///
/// Codes depend on which vendors, channels and levels a night happens to see; a digest of facts must not. So digests
/// take the name behind a code, hashed once here.
struct NameFingerprints: Sendable {
  let vendors: [Hash128]
  let channels: [Hash128]
  let strata: [Hash128]
  /// For each attribute, in the order in which facts carry levels.
  let levels: [[Hash128]]

  /// Hashes every name of `plan` once.
  init(plan: Plan) {
    vendors = plan.vendors.map { Hash128($0) }
    channels = plan.channels.map { Hash128($0) }
    strata = plan.strata.map { Hash128($0) }
    levels = plan.levels.map { $0.map { Hash128($0) } }
  }

  /// Appends the names of a fact's levels.
  func append(levels codes: FactLevels, to words: inout [UInt64]) {
    for (place, code) in codes.enumerated() where place < levels.count {
      words.append(levels[place][Int(code)])
    }
  }
}

extension [UInt64] {
  /// Appends both halves.
  mutating func append(_ hash: Hash128) {
    append(hash.high)
    append(hash.low)
  }

  /// Appends a number that may be missing, so that no number looks like none.
  mutating func append(_ number: Int64?) {
    append(number == nil ? 0 : 1)
    append(UInt64(bitPattern: number ?? 0))
  }
}
