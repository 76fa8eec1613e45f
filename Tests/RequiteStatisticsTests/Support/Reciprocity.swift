import RequiteStatistics

/// The ten components of METHODS B9 as a composite index.
enum Reciprocity {
  /// Their names, in order.
  static let names = ["S1", "S2", "S3", "E1", "E2", "E3", "C1", "C2", "C3", "C4"]

  /// The default weights and pillars.
  static func design(minimumDenominator: Int64 = 5) throws -> CompositeDesign {
    try CompositeDesign(
      weights: [4, 4, 4, 4, 4, 4, 3, 3, 3, 3], pillars: [0, 0, 0, 1, 1, 1, 2, 2, 2, 2], floor: 0.01,
      minimumDenominator: minimumDenominator)
  }

  /// The customers of a vendor in `threads.csv`: their numerators and denominators over all threads.
  static func customers(of vendor: String) throws -> [[Int64]] {
    try countsByCustomer(of: vendor).sorted { $0.key < $1.key }.map(\.value)
  }

  /// The same by the customer's name.
  static func countsByCustomer(of vendor: String) throws -> [String: [Int64]] {
    var totals: [String: [Int64]] = [:]
    for row in try Fixture.rows("threads.csv") where row["vendor_id"] == vendor {
      let vector = names.flatMap { [Int64(row["\($0)_n"]!)!, Int64(row["\($0)_d"]!)!] }
      totals[row["customer_id"]!, default: Array(repeating: 0, count: 20)] =
        zip(totals[row["customer_id"]!] ?? Array(repeating: 0, count: 20), vector).map { $0 + $1 }
    }
    return totals
  }

  /// The moments of a vendor's customers.
  static func moments(of vendor: String) throws -> ComponentMoments {
    var moments = ComponentMoments()
    for customer in try customers(of: vendor) { moments.add(customer: customer) }
    return moments
  }

  /// The index of a vendor.
  static func index(of vendor: String) throws -> CompositeIndex {
    CompositeIndex(components: try moments(of: vendor).components, design: try design())
  }

  /// Made-up customers: none to four threads each, with every component now and then.
  static func customers(count: Int, seed: UInt64) -> [[Int64]] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      (0..<10).flatMap { _ -> [Int64] in
        let denominator = Int64.random(in: 0...4, using: &generator)
        return [Int64.random(in: 0...denominator, using: &generator), denominator]
      }
    }
  }
}
