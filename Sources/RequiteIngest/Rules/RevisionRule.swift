import RequiteFormats

/// A revision: a whole number, not negative.
///
/// Empty is 0.
enum RevisionRule {
  static func parse(_ field: Bytes) throws(Breach) -> Int64 {
    guard !field.isEmpty else { return 0 }
    let revision = try WholeNumberRule.parse(field, .revision)
    guard revision >= 0 else { throw Breach(.revision, "format") }
    return revision
  }
}
