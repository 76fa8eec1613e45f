/// Rows on their way to a document of 256 buckets: they stay where they are, and each bucket knows which are its own.
///
/// Memory: nine bytes a row beside the rows.
struct BucketedRows<Row: BitwiseCopyable> {
  private let parts: [[Row]]
  /// For each row, bucket by bucket, its part in the high half and its position there in the low half.
  private var places: [UInt64]
  /// Where the places of each bucket begin, and where the last one's end.
  private var starts = Array(repeating: 0, count: 257)

  /// Divides the rows of `parts`, each into the bucket of its number; rows of one bucket stay in order.
  init(_ parts: [[Row]], bucket: (Row) -> Int) {
    self.parts = parts
    let buckets = parts.joined().map { UInt8(truncatingIfNeeded: bucket($0)) }
    for bucket in buckets { starts[Int(bucket) + 1] += 1 }
    for bucket in 1...256 { starts[bucket] += starts[bucket - 1] }
    places = Array(repeating: 0, count: buckets.count)
    var next = starts
    var row = 0
    for (number, part) in parts.enumerated() {
      for position in part.indices {
        places[next[Int(buckets[row])]] = UInt64(number) << 32 | UInt64(position)
        next[Int(buckets[row])] += 1
        row += 1
      }
    }
  }

  /// Copies the rows of a bucket to `rows`, in place of what stood there.
  ///
  /// They lie all over the parts, so each is sent for while some before it are copied.
  func copy(_ bucket: Int, to rows: inout [Row]) {
    rows.removeAll(keepingCapacity: true)
    let own = starts[bucket]..<starts[bucket + 1]
    for number in own {
      if number + BucketedRows.lead < own.upperBound { willRead(places[number + BucketedRows.lead]) }
      let (part, position) = BucketedRows.halves(places[number])
      rows.append(parts[part][position])
    }
  }

  @inline(__always)
  private func willRead(_ place: UInt64) {
    let (part, position) = BucketedRows.halves(place)
    parts[part].willRead(position..<position + 1)
  }

  @inline(__always)
  private static func halves(_ place: UInt64) -> (part: Int, position: Int) {
    (Int(place >> 32), Int(place & 0xFFFF_FFFF))
  }

  /// How many rows a row is sent for before it is copied.
  private static var lead: Int { 8 }
}
