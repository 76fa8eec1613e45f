import RequiteModel

extension Thresholds {
  /// What these thresholds say of a diff.
  public func verdict(on diff: VersionDiff) -> GateVerdict {
    Gate(diff, self).verdict
  }

  /// Whether any number that `selection` chooses differs by more than is tolerated.
  ///
  /// One that came, went, is hidden, or has another interval or other cases differs.
  public func differs(_ diff: VersionDiff, _ selection: DiffSelection) -> Bool {
    diff.entries.contains { entry in
      guard selection.contains(entry), entry.isChanged else { return false }
      guard let tolerance, let before = entry.numbers.before?.estimate, let after = entry.numbers.after?.estimate
      else { return true }
      return tolerance.isExceeded(byMillionths: FixedDecimal.millionths(after) - FixedDecimal.millionths(before))
    }
  }
}
