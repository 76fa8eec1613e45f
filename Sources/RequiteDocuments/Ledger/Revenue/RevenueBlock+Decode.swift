import RequiteModel

extension RevenueBlock {
  /// The revenue of a block, in ledger order, with codes of the plan.
  static func decode(_ reader: inout ByteReader, _ codes: VendorCodes) throws(DocumentFailure) -> [Revenue] {
    let count = try reader.readCount(ofItems: 0)
    let people = try PersonTable(from: &reader)
    let customers = try reader.readColumn(count)
    let vendors = try reader.readColumn(count)
    let years = try reader.readColumn(count)
    let amounts = try reader.readColumn(count)
    let words = try reader.readColumn(count)
    var rows: [Revenue] = []
    rows.reserveCapacity(count)
    for index in 0..<count {
      guard let customer = people.person(customers[index]), Revenue.years.contains(years[index]),
        Revenue.amounts.contains(amounts[index]),
        let acquisition = Acquisition(code: UInt8(truncatingIfNeeded: words[index] & ~conflictFlag))
      else { throw reader.damaged }
      let vendor = try codes.vendor(vendors[index], reader)
      var row = Revenue(
        vendor: vendor.code, vendorHash: vendor.hash, customer: customer, year: Int32(years[index]),
        amountMinor: amounts[index],
        acquiredBy: acquisition)
      row.conflicts = words[index] & conflictFlag != 0
      rows.append(row)
    }
    return rows
  }
}
