import RequiteCommand

extension BucketRange {
  /// The progress of a pass over the buckets, begun.
  func progress(_ pass: String) -> Progress {
    let progress = Progress(stage: "requite-score")
    progress.begin("\(pass) \(label)", total: Int64(buckets.count), unit: .items("buckets"))
    return progress
  }

  /// What a finished pass says: `32 buckets`.
  var summary: String { "\(buckets.count) bucket\(buckets.count == 1 ? "" : "s")" }
}
