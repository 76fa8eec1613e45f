import RequiteModel

/// One setting on its way from its earlier to its later value.
struct SettingSwitch: Sendable {
  /// The cause: a key of the configuration as operators write it, or a stage of the method.
  let cause: Cause
  /// Takes the later value over.
  let apply: @Sendable (inout Settings) -> Void

  /// The switches that lead to `after`, keys by their bytes, then stages.
  ///
  /// Only those that can change a count: weights, floors, limits and the like decide what is made of counts.
  static func switches(from before: Settings, to after: Settings) -> [SettingSwitch] {
    SettingKey.counting(in: before, after).filter { $0.differs(before, after) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      .map { key in
        SettingSwitch(cause: Cause(.configuration, .configuration, detail: key.name)) { key.copy(after, &$0) }
      } + methodSwitches(from: before, to: after)
  }

  /// One stage of the method after the other; a stage that decides about intervals alone changes no count.
  private static func methodSwitches(from before: Settings, to after: Settings) -> [SettingSwitch] {
    before.method.stages(differingFrom: after.method).filter(\.decidesCounts).map { stage in
      SettingSwitch(cause: Cause(.method, .method, detail: stage.rawValue)) {
        $0.method = $0.method.adopting(stage, of: after.method)
      }
    }
  }
}

extension Method.Stage {
  /// Whether a revision may count rows otherwise.
  fileprivate var decidesCounts: Bool {
    switch self {
    case .deduplication, .threadJudgement, .latestAnswers, .categories, .closedLoop, .firstAnswers: true
    case .balance, .raking, .variance, .index, .suppression: false
    }
  }
}

/// A key of the configuration by which rows may count otherwise.
struct SettingKey: Sendable {
  /// The key as operators write it.
  let name: String
  /// Whether two settings disagree in it.
  let differs: @Sendable (Settings, Settings) -> Bool
  /// Copies its value.
  let copy: @Sendable (Settings, inout Settings) -> Void

  private init(
    _ name: String, same isSame: @escaping @Sendable (Settings, Settings) -> Bool,
    copy: @escaping @Sendable (Settings, inout Settings) -> Void
  ) {
    self.name = name
    differs = { !isSame($0, $1) }
    self.copy = copy
  }

  /// All of them, in no particular order; a mapping has a key for each of its entries on either side.
  static func counting(in before: Settings, _ after: Settings) -> [SettingKey] {
    single + targets(before, after) + cuts(before, after)
  }

  private static let single = [
    SettingKey("horizon_days", same: { $0.horizon == $1.horizon }, copy: { $1.horizon = $0.horizon }),
    SettingKey("followup_days", same: { $0.followup == $1.followup }, copy: { $1.followup = $0.followup }),
    SettingKey("curve_cap_days", same: { $0.curveCap == $1.curveCap }, copy: { $1.curveCap = $0.curveCap }),
    SettingKey(
      "promise.grace_seconds", same: { $0.promiseGrace == $1.promiseGrace },
      copy: { $1.promiseGrace = $0.promiseGrace }),
    SettingKey(
      "promise.default_due_seconds", same: { $0.promiseDefaultDue == $1.promiseDefaultDue },
      copy: { $1.promiseDefaultDue = $0.promiseDefaultDue }),
    SettingKey(
      "targets_seconds.default", same: { $0.defaultTarget == $1.defaultTarget },
      copy: { $1.defaultTarget = $0.defaultTarget }),
    SettingKey(
      "unaddressed_channels", same: { $0.unaddressedChannels == $1.unaddressedChannels },
      copy: { $1.unaddressedChannels = $0.unaddressedChannels }),
    SettingKey("scales.pool", same: { $0.poolsScales == $1.poolsScales }, copy: { $1.poolsScales = $0.poolsScales }),
  ]

  private static func targets(_ before: Settings, _ after: Settings) -> [SettingKey] {
    Set(before.targets.keys).union(after.targets.keys).map { channel in
      SettingKey(
        "targets_seconds.\(channel)", same: { $0.targets[channel] == $1.targets[channel] },
        copy: { $1.targets[channel] = $0.targets[channel] })
    }
  }

  private static func cuts(_ before: Settings, _ after: Settings) -> [SettingKey] {
    Set(before.categoryCuts.keys).union(after.categoryCuts.keys).map { scale in
      SettingKey(
        "scales.cuts.\(scale)", same: { $0.categoryCuts[scale] == $1.categoryCuts[scale] },
        copy: { $1.categoryCuts[scale] = $0.categoryCuts[scale] })
    }
  }
}
