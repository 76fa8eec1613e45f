/// Everybody in a sample: the vendors, and for each the customers and the staff.
///
/// People are computed from the seed when needed and never stored, so a population of millions costs nothing.
struct Population: Sendable {
  /// The vendors, in order of their number.
  let vendors: [VendorProfile]
  /// Customers of each vendor.
  let customersPerVendor: Int
  private let seed: UInt64

  /// Units of each vendor; from eight on a link between staff and customers is estimated (METHODS B14).
  static let units = 8
  /// Employees in a unit.
  static let staffPerUnit = 14
  /// Customers who share an account.
  static let accountSize = 5

  /// Creates the population of a sample.
  init(options: SampleOptions) {
    vendors = VendorProfile.cast(options.vendors)
    customersPerVendor = max(1, options.customers / options.vendors)
    seed = options.seed
  }

  /// Draws a vendor.
  ///
  /// A few vendors share the work evenly; of many, the first ones have most of it.
  func drawVendor(_ random: inout SplitMix64) -> Int {
    let vendor = random.below(vendors.count)
    return vendors.count > 6 ? min(vendor, random.below(vendors.count)) : vendor
  }

  /// Draws one of a vendor's customers: half of the draws favour the first ones, who write often.
  func drawCustomer(_ random: inout SplitMix64) -> Int {
    let slot = random.below(customersPerVendor)
    return random.chance(500) ? slot : min(slot, random.below(customersPerVendor))
  }

  /// Customer `slot` of `vendor`.
  func customer(_ slot: Int, of vendor: Int) -> Customer {
    var random = SplitMix64(seed, Stream.customer.rawValue, UInt64(vendor), UInt64(slot))
    let satisfaction = (0..<4).reduce(0) { sum, _ in sum + random.below(251) }
    let neighbour = random.chance(80) ? (vendor + 1) % vendors.count : vendor
    let stratum = Words.strataWheel.turn(&random)
    return Customer(
      person: slot * vendors.count + neighbour,
      satisfaction: satisfaction,
      region: random.below(Words.regions.count),
      plan: Words.planWheel.turn(&random),
      unit: random.below(Population.units),
      account: vendors[vendor].hasAccounts && random.chance(700) ? slot / Population.accountSize : nil,
      stratum: stratum,
      weight: Words.stratumWeights[stratum] * random.within(85...115) / 100)
  }

  /// How much better or worse than the vendor as a whole a unit works, felt by staff and customers alike: -90…90.
  func mood(ofUnit unit: Int, of vendor: Int) -> Int {
    var random = SplitMix64(seed, Stream.unit.rawValue, UInt64(vendor), UInt64(unit))
    return random.within(-90...90)
  }
}

/// What a sequence of random numbers is for, so that no two parts of a sample share one.
enum Stream: UInt64 {
  case customer = 1
  case unit, surveys, threads, repeatedResponses, repeatedEvents, erasures, followups
}
