/// What the operator may decide about scoring, resolved: every default filled in.
///
/// These values enter the address of a version. Where they come from (a file, an option) does not.
public struct Settings: Hashable, Sendable {
  /// The method, for example `2026.1`.
  public var method = Method.current
  /// The moment up to which facts count.
  public var asOf = Instant(seconds: 0)
  /// Responses given inside count.
  public var surveyWindow = Window(from: Instant(seconds: 0), to: Instant(seconds: 0))
  /// Threads opened inside count.
  public var eventWindow = Window(from: Instant(seconds: 0), to: Instant(seconds: 0))
  /// H: how long a thread is watched, in seconds.
  public var horizon: Int64 = 14 * 86_400
  /// F: how soon a vendor must come back to a detractor, in seconds.
  public var followup: Int64 = 7 * 86_400
  /// The length at which first-answer curves end, in seconds.
  public var curveCap: Int64 = 30 * 86_400
  /// How late a promise may be kept, in seconds.
  public var promiseGrace: Int64 = 0
  /// When a promise without a time falls due, in seconds after it was made.
  public var promiseDefaultDue: Int64 = 172_800
  /// How soon the first answer must come, in seconds, by channel.
  public var targets: [String: Int64] = ["twitter": 3600, "dm": 3600, "phone": 3600, "chat": 300, "email": 86_400]
  /// The target of every other channel, in seconds.
  public var defaultTarget: Int64 = 86_400
  /// Channels on which a customer speaks to nobody in particular.
  public var unaddressedChannels: [String] = ["overheard"]
  /// Fewer cases than this make a component null.
  public var minimumDenominator: Int64 = 10
  /// The least value a component enters the index with.
  public var floor = Decimal6(millionths: 10_000)
  /// From which permille a customer is well treated.
  public var returnedCut: Int64 = 600
  /// The weight of each component, in the order of `Component`.
  public var leafWeights: [Int64] = [4, 4, 4, 4, 4, 4, 3, 3, 3, 3]
  /// Cells with fewer customers show nothing.
  public var suppressionMinimum: Int64 = 10
  /// What to do with a stratum of a single cluster.
  public var lonelyStratum = LonelyStratum.adjust
  /// Population counts of clusters by stratum, where known.
  public var strataPopulation: [String: Int64] = [:]
  /// The dimensions that get cells of their own.
  public var dimensions: [String] = ["channel"]
  /// The length of trend periods.
  public var periods = PeriodLength.month
  /// The cuts of scales that do not follow the method's table.
  public var categoryCuts: [ScoreScale: CategoryCuts] = [:]
  /// Whether scores of different scales count together, by their categories.
  public var poolsScales = false
  /// What weights are fitted to.
  public var raking = RakingSettings()
  /// How many sets of leaf weights are drawn to see how much ranks depend on them; 0 for none.
  public var sensitivityDraws: Int64 = 1000
  /// The share of chance in each set.
  public var sensitivityMix = Decimal6(millionths: 500_000)

  /// The defaults of the documentation.
  public init() {}
}

extension Settings {
  /// The attribute that links employees to the customers they serve (METHODS B14); kept whether or not it is a
  /// dimension.
  public static let unitAttribute = "unit"

  /// Attributes of rows that are kept: dimensions, margins and the unit; never `channel`, which every row has a field
  /// for.
  ///
  /// The levels of rows stand in this order.
  public static func attributes(dimensions: [String], margins: [String]) -> [String] {
    var attributes: [String] = []
    for name in dimensions + margins + [unitAttribute] where name != "channel" && !attributes.contains(name) {
      attributes.append(name)
    }
    return attributes
  }

  /// The attributes of rows under these settings.
  public var attributes: [String] {
    Settings.attributes(dimensions: dimensions, margins: raking.margins.map(\.name))
  }

  /// The dimensions that cells are named by: those configured, then margins that are not among them.
  public var namedDimensions: [String] {
    dimensions + raking.margins.map(\.name).filter { !dimensions.contains($0) }
  }
}

/// What to do with a stratum of a single cluster, as R's `survey.lonely.psu` names it.
public enum LonelyStratum: String, CaseIterable, Sendable {
  /// Its total counts uncentred; conservative.
  case adjust
  /// It adds no variance.
  case remove
  /// It takes the average variance of the other strata.
  case average
  /// The estimate has no variance.
  case fail
}

/// The length of trend periods.
public enum PeriodLength: String, CaseIterable, Sendable {
  /// Calendar months in UTC.
  case month
  /// Weeks from Monday, numbered as ISO 8601 does, in UTC.
  case week
  /// No trend cells.
  case none
}

/// A number with exactly six decimals, for settings that enter a hash.
public struct Decimal6: Hashable, Sendable {
  /// The number times a million.
  public var millionths: Int64

  /// Creates `millionths` / 1,000,000.
  public init(millionths: Int64) {
    self.millionths = millionths
  }

  /// The nearest binary number.
  public var double: Double { Double(millionths) / 1_000_000 }
}
