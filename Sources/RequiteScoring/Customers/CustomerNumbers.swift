import RequiteModel

/// The customers of a bucket, numbered in the order in which they first come.
///
/// - Complexity: O(1) on average for each row.
struct CustomerNumbers {
  /// The customers by number.
  private(set) var keys: [CustomerKey] = []
  /// For each place 0, or 1 + the number of the customer who stands there; a power of two, at most half of it taken.
  private var places: [UInt32]

  /// Prepares for at most so many customers.
  init(atMost count: Int) {
    var size = 16
    while size < 2 * count { size *= 2 }
    places = Array(repeating: 0, count: size)
    keys.reserveCapacity(count)
  }

  /// The number of a customer, new or known.
  @inline(__always)
  mutating func number(of key: CustomerKey) -> UInt32 {
    let mask = places.count - 1
    // Pseudonyms are spread evenly; the odd factor parts one person's vendors.
    var place = Int(truncatingIfNeeded: key.customer.low &+ UInt64(key.vendor) &* 0x9E37_79B9_7F4A_7C15) & mask
    while places[place] != 0 {
      let number = places[place] - 1
      if keys[Int(number)] == key { return number }
      place = (place + 1) & mask
    }
    keys.append(key)
    places[place] = UInt32(keys.count)
    return UInt32(keys.count - 1)
  }
}
