import RequiteFormats
import RequiteModel

/// A score: a whole number on its scale.
///
/// Empty is "not answered".
enum ScoreRule {
  @inline(__always)
  static func parse(_ field: Bytes, on scale: ScoreScale) throws(Breach) -> Int32? {
    guard !field.isEmpty else { return nil }
    let number = try WholeNumberRule.parse(field, .score)
    guard let score = Int32(exactly: number), scale.contains(score) else { throw Breach(.score, "range") }
    return score
  }
}
