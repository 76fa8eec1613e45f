import RequiteModel

/// The written form of days, `2026-03-01`, each spelled once.
///
/// A dump's rows lie within a few weeks of each other, so one short list serves them all.
struct DayLabels {
  private var first: Int64 = 0
  private var labels: [[UInt8]] = []

  /// The label of the day that begins `day` days after 1970-01-01.
  mutating func label(of day: Int64) -> [UInt8] {
    if labels.isEmpty { first = day - 30 }
    while day < first {
      first -= 1
      labels.insert(DayLabels.spell(first), at: 0)
    }
    while day >= first + Int64(labels.count) {
      labels.append(DayLabels.spell(first + Int64(labels.count)))
    }
    return labels[Int(day - first)]
  }

  private static func spell(_ day: Int64) -> [UInt8] {
    Array(CivilDate(daysSince1970: day).description.utf8)
  }
}
