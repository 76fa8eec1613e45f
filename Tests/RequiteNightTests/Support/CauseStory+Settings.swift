extension CauseStory {
  /// What settings do, key by key, and a method, stage by stage.
  static let ofSettings: [CauseStory] = [
    setting("followup_days", "1", "reciprocity.closed_loop"),
    setting("horizon_days", "1", "reciprocity.answered"),
    setting("curve_cap_days", "1", "first_answer.share_14d"),
    setting(
      "promise", "{grace_seconds: 172800, default_due_seconds: 172800}", "reciprocity.promises", "promise.grace_seconds"
    ),
    setting(
      "promise", "{grace_seconds: 0, default_due_seconds: 3600}", "reciprocity.promises", "promise.default_due_seconds"),
    setting("targets_seconds", "{email: 3600}", "reciprocity.prompt", "targets_seconds.email"),
    setting("unaddressed_channels", "[overheard, email]", "reciprocity.answered"),
    setting("leaf_weights", "{answered: 8}", "reciprocity.index", "leaf_weights.answered"),
    setting("floor", "0.3", "reciprocity.index"),
    setting("minimum_denominator", "40", "reciprocity.index"),
    setting("scales", "{cuts: {\"0-10\": [5, 8]}}", "loyalty.nps", "scales.cuts.0-10"),
    CauseStory(
      name: "a method in which partial answers do not count", metric: "loyalty.nps",
      expected: [.init(cause: "latest_answers", change: (0, -8))], settings: ["method": "\"2026.2\""]),
    CauseStory(
      name: "several settings of an index", metric: "reciprocity.index",
      expected: ["leaf_weights.named", "leaf_weights.resolved", "targets_seconds.chat", "targets_seconds.email"].map {
        .init(cause: $0)
      },
      settings: [
        "leaf_weights": "{resolved: 9, named: 1}", "targets_seconds": "{email: 7200, chat: 3600}",
      ]),
  ]

  /// Facts, configuration and method in one night, as one should never do it.
  static let everythingAtOnce = CauseStory(
    name: "everything at once", metric: "loyalty.nps",
    expected: ["late", "scales.cuts.0-10", "latest_answers"].map { .init(cause: $0) },
    settings: ["method": "\"2026.2\"", "scales": "{cuts: {\"0-10\": [5, 8]}}"],
    edit: { days in
      for name in ["late", "later"] {
        days.copyAnswers(of: days.twelve, to: "surveys-2026-03-09-\(name)") { $0.makeNewPromoter($1, name) }
      }
    })

  private static func setting(
    _ key: String, _ value: String, _ metric: String, _ cause: String? = nil
  ) -> CauseStory {
    CauseStory(
      name: "\(key): \(value)", metric: metric, expected: [.init(cause: cause ?? key)], settings: [key: value])
  }
}
