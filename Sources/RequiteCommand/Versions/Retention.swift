/// Which versions stay.
///
/// All of `days` days, then the last of each week for `weeks` weeks, then the last of each month for ever. How old a
/// version is counts from its publication; weeks (from Monday) and months are those of its period's last day. Whatever
/// is pinned stays, and so does the latest.
///
/// Versions added beside the nights have weeks and months of their own: none of them drives out a night's.
///
/// The last of a month stays from the beginning, so that collecting every night and collecting once a year leave the same.
public struct Retention: Hashable, Sendable {
  /// How long every version stays, in days.
  public var days: Int64 = 35
  /// How long the last version of each week stays, in weeks.
  public var weeks: Int64 = 52
  /// How long the objects of a version stay, in days; `nil` for as long as the version.
  public var heavyDays: Int64?

  /// The documented defaults.
  public init() {}

  /// A version as its age and its name tell of it.
  public struct Candidate: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// When it was first published; `nil` when nobody knows.
    public var publishedAt: UTCTime?
    /// Whether it was added beside the nights.
    public var isAdded: Bool

    /// Names a version.
    public init(id: String, publishedAt: UTCTime?, isAdded: Bool = false) {
      self.id = id
      self.publishedAt = publishedAt
      self.isAdded = isAdded
    }
  }

  /// How much of a version stays.
  public enum Tier: Hashable, Sendable {
    /// Everything: its files, and what it was made of.
    case heavy
    /// Its files; what it was made of may go.
    case light
  }
}

extension Retention {
  /// What stays of `versions`; those that are not named go.
  ///
  /// - Parameters:
  ///   - versions: all there are, in the order of publication.
  ///   - fixed: the ids that stay whatever their age: pinned ones and the latest.
  ///   - previous: by id, the version that it is compared with, which stays light as long as its successor does.
  ///   - now: the time from which ages count.
  public func tiers(
    of versions: [Candidate], fixed: Set<String>, previous: [String: String], now: UTCTime
  ) -> [String: Tier] {
    let lastOfWeeks = Retention.lasts(of: versions) { $0.week }
    let lastOfMonths = Retention.lasts(of: versions) { $0.month }
    var tiers: [String: Tier] = [:]
    for version in versions {
      guard !fixed.contains(version.id), let age = version.age(at: now), version.month != nil else {
        tiers[version.id] = .heavy
        continue
      }
      let isKept =
        age < days * 86_400 || lastOfMonths.contains(version.id)
        || (age < weeks * 7 * 86_400 && lastOfWeeks.contains(version.id))
      if isKept { tiers[version.id] = heavyDays.map { age >= $0 * 86_400 } ?? false ? .light : .heavy }
    }
    let existing = Set(versions.map(\.id))
    for id in Set(tiers.keys) {
      if let before = previous[id], existing.contains(before), tiers[before] == nil { tiers[before] = .light }
    }
    return tiers
  }

  /// The last version of each group: of those with the latest day, the one published last.
  private static func lasts(of versions: [Candidate], by group: (Candidate) -> String?) -> Set<String> {
    var last: [String: Candidate] = [:]
    for version in versions {
      guard let key = group(version).map({ version.isAdded ? "added \($0)" : $0 }) else { continue }
      if let other = last[key], (other.day ?? "") > (version.day ?? "") { continue }
      last[key] = version
    }
    return Set(last.values.map(\.id))
  }
}

extension Retention.Candidate {
  /// The last day of its period, with which ids begin; `nil` for an id of another kind, which is never collected.
  var day: String? {
    let text = String(id.prefix(10))
    return UTCTime(rfc3339: "\(text)T00:00:00Z") == nil ? nil : text
  }

  fileprivate var month: String? { day.map { String($0.prefix(7)) } }

  /// Weeks since the one of 1970-01-01, from Monday.
  fileprivate var week: String? {
    day.flatMap { UTCTime(rfc3339: "\($0)T00:00:00Z") }.map { String(($0.seconds / 86_400 + 3) / 7) }
  }

  fileprivate func age(at now: UTCTime) -> Int64? {
    publishedAt.map { now.seconds - $0.seconds }
  }
}
