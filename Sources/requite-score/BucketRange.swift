import RequiteModel

/// Consecutive buckets, as `0-63` names them.
struct BucketRange: Sendable {
  /// The buckets.
  let buckets: Range<Int>

  /// Reads `0-63`, both ends included.
  init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard ends.count == 2, ends[0] <= ends[1], ends[0] >= 0, ends[1] < Bucket.count else { return nil }
    buckets = ends[0]..<ends[1] + 1
  }

  /// The range in file names, so that names sort as buckets do: `000-063`.
  var label: String {
    "\(padded(buckets.lowerBound))-\(padded(buckets.upperBound - 1))"
  }

  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }
}
