import RequiteFormats
import RequiteModel

/// Reads the rows of a revenue dump: what one customer brought a vendor in one year.
struct RevenueParser: RowParser {
  private let fields: FieldMap
  private var names = Names(attributes: [])
  private let acquisitions = WordTable(Acquisition.allCases.map { ($0.rawValue, $0.code) }, column: .acquiredBy)

  init(fields: FieldMap) {
    self.fields = fields
  }

  var dictionaries: RowDictionaries { names.dictionaries }

  mutating func parse(_ row: Row, _ people: People, to sink: any RowSink) throws -> Exclusion? {
    let revenue = try revenue(row, people)
    try sink.append(revenue, bucket: revenue.customer.bucket(vendor: names.vendorHashes[Int(revenue.vendor)]))
    return nil
  }

  private mutating func revenue(_ row: Row, _ people: People) throws(Breach) -> RevenueRow {
    let vendor = fields.field(.vendorID, of: row)
    let customer = fields.field(.customerID, of: row)
    let person = people.customers.ask(customer)
    try IdentifierRule.check(vendor, .vendorID)
    try IdentifierRule.check(customer, .customerID)
    let year = try YearRule.parse(fields.field(.period, of: row), .period)
    let amount = try AmountRule.parse(fields.field(.amountMinor, of: row), .amountMinor)
    let acquisition = try acquisitions.meaning(of: fields.field(.acquiredBy, of: row))
    let code = try names.vendor(vendor, names.find(vendor: vendor))
    return RevenueRow(
      customer: people.customers.answer(person), vendor: code, year: year, amountMinor: amount, acquiredBy: acquisition)
  }
}
