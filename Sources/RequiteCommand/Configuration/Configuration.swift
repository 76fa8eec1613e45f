/// What the operator decides, as the configuration file says it, with every default filled in.
///
/// The names follow the keys of the file: `window_days` is `windowDays`. Times are moments of the file, not yet
/// resolved against the data: a window that is not given is worked out when the data's last moment is known.
public struct Configuration: Hashable, Sendable {
  /// `method`: the version of the method.
  public var method = "2026.1"
  /// `window_days`: the length of both windows, in days.
  public var windowDays: Int64 = 90
  /// `as_of`: the moment up to which facts count; `nil` for midnight UTC after the greatest accepted time.
  public var asOf: UTCTime?
  /// `window`: the survey window; `nil` for the `window_days` before `as_of`.
  ///
  /// If given, it wins over `window_days`.
  public var window: Window?
  /// `event_window`: the event window; `nil` for one that ends `horizon_days` before `as_of`.
  ///
  /// If given, it wins.
  public var eventWindow: Window?
  /// `horizon_days`: how long a thread is watched, in days.
  public var horizonDays: Int64 = 14
  /// `followup_days`: how soon a vendor must come back to a detractor, in days.
  public var followupDays: Int64 = 7
  /// `curve_cap_days`: where first-answer curves end, in days.
  public var curveCapDays: Int64 = 30
  /// `promise`: when promises count as kept.
  public var promise = Promise()
  /// `targets_seconds`: how soon the first answer must come.
  public var targets = Targets()
  /// `unaddressed_channels`: channels on which a customer speaks to nobody in particular.
  public var unaddressedChannels = ["overheard"]
  /// `minimum_denominator`: fewer cases than this make a component null.
  public var minimumDenominator: Int64 = 10
  /// `floor`: the least value a component enters the index with, between 0 and 1, exclusive; at most six decimals.
  public var floor = FixedDecimal(millionths: 10_000)
  /// `returned_cut`: from which permille a customer is well treated, 0…1000.
  public var returnedCut: Int64 = 600
  /// `leaf_weights`: the weight of each component.
  public var leafWeights = LeafWeights()
  /// `sensitivity`: how the weights are shaken.
  public var sensitivity = Sensitivity()
  /// `dimensions`: attributes, and `channel`, that get cells of their own.
  public var dimensions = ["channel"]
  /// `suppression`: which cells are too small to show.
  public var suppression = Suppression()
  /// `variance`: how strata enter the variance.
  public var variance = Variance()
  /// `raking`: the margins that weights are fitted to.
  public var raking = Raking()
  /// `scales`: how scores become promoters and detractors.
  public var scales = Scales()
  /// `periods`: the length of trend periods.
  public var periods = Periods.month
  /// `adapters`: which dumps are not in the canonical layout; the first that matches a file name is used.
  public var adapters: [Adapter] = []
  /// `checks`: when a night counts as suspicious.
  public var checks = Checks()

  /// The documented defaults.
  public init() {}
}

extension Configuration: ConfigurationSection {
  /// No length in days exceeds ten years, nor one in seconds.
  static let days: ClosedRange<Int64> = 1...3660
  static let seconds: ClosedRange<Int64> = 0...(3660 * 86_400)

  static let keys: [ConfigurationKey<Configuration>] = [
    .init("method", \.method) { try $0.text() },
    .init("window_days", \.windowDays) { try $0.integer(in: days) },
    .init("as_of", \.asOf) { try $0.optional { try $0.time() } },
    .init("window", \.window) { try $0.optional(Window.init) },
    .init("event_window", \.eventWindow) { try $0.optional(Window.init) },
    .init("horizon_days", \.horizonDays) { try $0.integer(in: days) },
    .init("followup_days", \.followupDays) { try $0.integer(in: days) },
    .init("curve_cap_days", \.curveCapDays) { try $0.integer(in: days) },
    .init("promise", \.promise),
    .init("targets_seconds") { try $0.targets.read($1) },
    .init("unaddressed_channels", \.unaddressedChannels) { try $0.texts() },
    .init("minimum_denominator", \.minimumDenominator) { try $0.integer(atLeast: 1) },
    .init("floor", \.floor) {
      try $0.decimal("between 0 and 1") { $0 > FixedDecimal(millionths: 0) && $0 < FixedDecimal(millionths: 1_000_000) }
    },
    .init("returned_cut", \.returnedCut) { try $0.integer(in: 0...1000) },
    .init("leaf_weights", \.leafWeights),
    .init("sensitivity", \.sensitivity),
    .init("dimensions", \.dimensions) { try Configuration.dimensions($0) },
    .init("suppression", \.suppression),
    .init("variance", \.variance),
    .init("raking", \.raking),
    .init("scales", \.scales),
    .init("periods", \.periods) { try $0.choice() },
    .init("adapters", \.adapters) { try $0.elements().map(Adapter.init) },
    .init("checks", \.checks),
  ]

  /// Every key the file may have, in the order of the documentation; those of sections as `promise.grace_seconds`.
  ///
  /// Names the user chooses (channels, strata, margins) are not in it.
  public static var keyNames: [String] {
    keys.flatMap { key in [key.name] + key.subkeys.map { "\(key.name).\($0)" } }
  }

  /// The margins that weights are fitted to: attributes, or `channel`.
  public var marginNames: [String] { raking.margins.map(\.name) }

  private static func dimensions(_ value: ConfigurationValue) throws -> [String] {
    let dimensions = try value.texts()
    guard !dimensions.contains("all") else {
      throw value.failure("\(value.name) must not name \"all\", which is always there")
    }
    return dimensions
  }
}
