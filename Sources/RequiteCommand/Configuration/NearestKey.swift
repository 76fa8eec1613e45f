/// The known key that a mistyped one most likely was.
public enum NearestKey {
  /// The one of `known` with the fewest changes from `key`; among equals the first.
  ///
  /// `nil` when none is known.
  public static func of(_ key: String, among known: [String]) -> String? {
    known.min { distance(key, $0) < distance(key, $1) }
  }

  /// How many letters must be put in, left out, replaced, or swapped with their neighbour, to get from one to the
  /// other.
  ///
  /// The optimal string alignment distance: Levenshtein's with neighbour swaps, the commonest slip in typing.
  static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    var rows = [Array(0...right.count)]
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let replaced = rows[i][j] + (left[i] == right[j] ? 0 : 1)
        var best = min(replaced, rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, rows[i - 1][j - 1] + 1) }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
