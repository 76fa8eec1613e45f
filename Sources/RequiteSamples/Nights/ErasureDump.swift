/// Customers who ask to be forgotten: by everybody, or by one vendor.
struct ErasureDump {
  /// The dump's text, comma-separated.
  let bytes: [UInt8]

  /// Draws and writes the requests of a night.
  init(options: SampleOptions, population: Population, night: Int) {
    var random = SplitMix64(options.seed, Stream.erasures.rawValue, UInt64(night))
    let count = max(2, options.customers / 500)
    var writer = RowWriter(.csv, columns: ["customer_id", "vendor_id", "requested_at"], capacity: count * 60)
    for _ in 0..<count {
      let vendor = population.drawVendor(&random)
      let customer = population.customer(population.drawCustomer(&random), of: vendor)
      writer.compose { $0.append(customer: customer) }
      if random.chance(500) { writer.word(Array(population.vendors[vendor].name.utf8)) } else { writer.empty() }
      writer.instant(options.start(of: night) + TimeOfDay.draw(&random))
      writer.endRow()
    }
    bytes = writer.bytes
  }
}
