import RequiteModel

/// The fingerprints of a plan's names, by code.
///
/// Codes depend on which vendors, channels and levels a night happens to see; a digest of facts must not. So digests
/// take the name behind a code, hashed once here.
struct NameFingerprints: Sendable {
  let vendors: [Hash128]
  let channels: [Hash128]
  let strata: [Hash128]
  /// The levels of all attributes, in the order in which facts carry them.
  private let levels: [Hash128]
  /// Where the levels of each attribute begin in `levels`, and where the last one's end.
  private let starts: [Int]

  /// Hashes every name of `plan` once.
  init(plan: Plan) {
    vendors = plan.vendors.map { Hash128($0) }
    channels = plan.channels.map { Hash128($0) }
    strata = plan.strata.map { Hash128($0) }
    levels = plan.levels.joined().map { Hash128($0) }
    starts = plan.levels.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
  }

  /// Appends the names of a fact's levels.
  func append(levels codes: FactLevels, to words: inout [UInt64]) {
    for place in 0..<min(codes.count, starts.count - 1) { words.append(levels[starts[place] + Int(codes[place])]) }
  }

  /// Absorbs the names of a fact's levels.
  @inline(__always)
  func append(levels codes: FactLevels, to hash: inout PairHash) {
    for place in 0..<min(codes.count, starts.count - 1) { hash.absorb(levels[starts[place] + Int(codes[place])]) }
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
