/// The exact sums over customers from which an index, its components and their variances follow (METHODS B12).
///
/// A customer is a vector of whole numbers (n₁, d₁, n₂, d₂, …): numerator and denominator of each component. Kept are the
/// number of customers, the sum of the vectors, and the sum of their products with themselves; for ten components 1, 20
/// and 210 integers. Moments add, in any order, as long as no customer is divided.
public struct ComponentMoments: Hashable, Sendable {
  /// The number of components.
  public let componentCount: Int
  /// All sums in one fixed order, for files and tallies: the number of customers; the 2k sums n₁, d₁, n₂, d₂, …; the
  /// products of the upper triangle, row by row: n₁n₁, n₁d₁, n₁n₂, …, d₁d₁, d₁n₂, ….
  public private(set) var rawValues: [Int128]

  /// Creates the moments of no customer.
  public init(componentCount: Int = 10) {
    precondition(componentCount >= 0, "a number of components is not negative")
    self.componentCount = componentCount
    rawValues = Array(repeating: 0, count: Self.rawCount(componentCount: componentCount))
  }

  /// Restores moments from `rawValues`, or `nil` if there are not as many as `componentCount` components need.
  public init?(componentCount: Int = 10, rawValues: [Int128]) {
    guard rawValues.count == Self.rawCount(componentCount: componentCount) else { return nil }
    self.componentCount = componentCount
    self.rawValues = rawValues
  }

  /// How many integers `rawValues` has: 231 for ten components.
  public static func rawCount(componentCount: Int) -> Int {
    let width = 2 * componentCount
    return 1 + width + width * (width + 1) / 2
  }

  /// Where in `rawValues` the sum of products of entries `i` ≤ `j` of the customers' vectors stands.
  @inlinable
  public static func place(ofProduct i: Int, _ j: Int, componentCount: Int) -> Int {
    let width = 2 * componentCount
    return 1 + width + i * width - i * (i - 1) / 2 + j - i
  }

  /// The number of customers, *C*.
  public var customers: Int64 { Int64(rawValues[0]) }

  /// Adds one customer.
  ///
  /// One with nothing but zeros counts too.
  public mutating func add(customer: [Int64]) {
    precondition(customer.count == 2 * componentCount, "a customer has two numbers for each component")
    Self.forEachTerm(of: customer) { rawValues[$0] += $1 }
  }

  /// Calls `body` with everything that one customer adds: the place in `rawValues`, and what comes to it.
  ///
  /// Each place comes at most once. A customer touches few components, so most places never come.
  @inlinable
  public static func forEachTerm<Vector: RandomAccessCollection>(
    of customer: Vector, _ body: (_ place: Int, _ term: Int128) -> Void
  ) where Vector.Element == Int64, Vector.Index == Int {
    let (start, width) = (customer.startIndex, customer.count)
    body(0, 1)
    var row = 1 + width
    for i in 0..<width {
      let value = Int128(customer[start + i])
      if value != 0 {
        body(1 + i, value)
        for j in i..<width where customer[start + j] != 0 { body(row + j - i, value * Int128(customer[start + j])) }
      }
      row += width - i
    }
  }

  /// Adds all customers of `other`.
  public mutating func merge(_ other: ComponentMoments) {
    precondition(other.componentCount == componentCount, "moments of as many components merge")
    for place in rawValues.indices { rawValues[place] += other.rawValues[place] }
  }
}

extension ComponentMoments {
  /// Numerators and denominators of all customers together.
  public var components: [CountedShare] {
    (0..<componentCount).map {
      CountedShare(numerator: Int64(rawValues[1 + 2 * $0]), denominator: Int64(rawValues[2 + 2 * $0]))
    }
  }

  /// Σ over customers of (D_j n_j − N_j d_j)(D_k n_k − N_k d_k), exactly: how components j and k vary together, times
  /// (D_j D_k)².
  ///
  /// Overflow traps; out of reach while no D exceeds 10⁹.
  func covariation(_ j: Int, _ k: Int) -> Int128 {
    let (nj, dj) = (rawValues[1 + 2 * j], rawValues[2 + 2 * j])
    let (nk, dk) = (rawValues[1 + 2 * k], rawValues[2 + 2 * k])
    return dj * dk * product(2 * j, 2 * k) - dj * nk * product(2 * j, 2 * k + 1)
      - nj * dk * product(2 * j + 1, 2 * k) + nj * nk * product(2 * j + 1, 2 * k + 1)
  }

  /// The sum of products of entries `i` and `j` of the customers' vectors.
  private func product(_ i: Int, _ j: Int) -> Int128 {
    rawValues[Self.place(ofProduct: min(i, j), max(i, j), componentCount: componentCount)]
  }
}
