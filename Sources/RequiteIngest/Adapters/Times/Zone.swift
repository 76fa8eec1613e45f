import RequiteFormats
import RequiteModel

/// What the clocks of a place show.
package struct Zone: Sendable {
  /// The changes of the clock, in seconds since 1970.
  private let transitions: [Int64]
  /// The offset before the first change and after each.
  private let offsets: [Int64]
  /// The stretch of local time in which `offset` is right without a doubt: that of the time looked at last.
  private var known: (from: Int64, to: Int64, offset: Int64) = (.max, .min, 0)

  /// How far the rule of a zone is followed, in years.
  private static let lastYear = 2100

  /// A zone whose clock never changes.
  init(offset: Int64) {
    transitions = []
    offsets = [offset]
  }

  /// A zone by what its file says, followed up to 2100; `nil` if its rule cannot be understood.
  init?(_ file: ZoneFile) {
    var (transitions, offsets) = (file.transitions, file.offsets)
    if !file.rule.isEmpty {
      guard let rule = ZoneRule(file.rule) else { return nil }
      let last = transitions.last ?? .min
      let firstYear = max(1970, transitions.last.map { CivilDate(daysSince1970: $0 / 86_400).year } ?? 1970)
      for year in min(firstYear, Zone.lastYear)...Zone.lastYear {
        for change in rule.changes(in: year) where change.at > last {
          transitions.append(change.at)
          offsets.append(change.offset)
        }
      }
      if transitions.isEmpty { offsets = [rule.standard] }
    }
    self.transitions = transitions
    self.offsets = offsets
  }

  /// The moment, in seconds since 1970, at which clocks here show `local`, seconds since 1970 as if it were in UTC.
  ///
  /// - Returns: `nil` for a time that does not exist or exists twice, where the setting refuses it.
  @inline(__always)
  package mutating func moment(ofLocal local: Int64, _ setting: ClockSetting) -> Int64? {
    if local >= known.from && local < known.to { return local - known.offset }
    return findMoment(ofLocal: local, setting)
  }

  private mutating func findMoment(ofLocal local: Int64, _ setting: ClockSetting) -> Int64? {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= local { low = middle + 1 } else { high = middle }
    }
    let near = max(0, low - 2)...min(transitions.count, low + 2)
    let matches = near.filter { contains($0, local - offsets[$0]) }
    switch matches.count {
    case 1:
      remember(matches[0])
      return local - offsets[matches[0]]
    case 0: return setting.gap == .reject ? nil : gapMoment(local, near)
    default:
      switch setting.fold {
      case .first: return local - offsets[matches[0]]
      case .second: return local - offsets[matches[matches.count - 1]]
      case .reject: return nil
      }
    }
  }

  /// Whether a moment lies in a stretch between two changes, by the number of the offset there.
  private func contains(_ stretch: Int, _ moment: Int64) -> Bool {
    (stretch == 0 || transitions[stretch - 1] <= moment)
      && (stretch == transitions.count || moment < transitions[stretch])
  }

  /// The moment of a time that was left out, as the clock before the change would have shown it.
  private func gapMoment(_ local: Int64, _ near: ClosedRange<Int>) -> Int64? {
    for stretch in near where stretch < transitions.count && transitions[stretch] <= local - offsets[stretch] {
      if local - offsets[stretch + 1] < transitions[stretch] { return local - offsets[stretch] }
    }
    return nil
  }

  private mutating func remember(_ stretch: Int) {
    let offset = offsets[stretch]
    let from = stretch == 0 ? Int64.min / 2 : transitions[stretch - 1] + max(offset, offsets[stretch - 1])
    let to = stretch == transitions.count ? Int64.max / 2 : transitions[stretch] + min(offset, offsets[stretch + 1])
    known = (from, to, offset)
  }
}

// MARK: - By name

extension Zone {
  /// The zone of a name: `UTC`, `fixed:+02:00`, or a file of the zone database below `folder`.
  ///
  /// - Returns: `nil` for a name that is none, or a file that is missing or damaged. Never UTC instead.
  package init?(named name: String, folder: String) {
    if name == "UTC" || name == "Z" {
      self.init(offset: 0)
    } else if name.hasPrefix("fixed:") {
      guard let moment = Instant(rfc3339: "1970-01-01T00:00:00" + name.dropFirst(6)) else { return nil }
      self.init(offset: -moment.seconds)
    } else {
      let isName = name.utf8.allSatisfy {
        (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
          || [0x2F, 0x5F, 0x2B, 0x2D].contains($0)
      }
      guard isName, !name.isEmpty, !name.hasPrefix("/"),
        let bytes = try? InputFile(path: "\(folder)/\(name)").contents(),
        let file = ZoneFile(bytes)
      else { return nil }
      self.init(file)
    }
  }

  /// Where systems keep the zone database.
  package static var standardFolder: String { "/usr/share/zoneinfo" }
}
