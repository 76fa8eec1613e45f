import RequiteFormats
import RequiteModel

/// Reads the rows of an erasures dump: customers to be forgotten, by one vendor or, without one, by all.
struct ErasureParser: RowParser {
  private let fields: FieldMap
  private var times = TimeRule()
  private var names = Names(attributes: [], everyVendor: true)

  init(fields: FieldMap) {
    self.fields = fields
  }

  var dictionaries: RowDictionaries { names.dictionaries }

  mutating func parse(_ row: Row, _ people: People, to sink: any RowSink) throws -> Exclusion? {
    try sink.append(erasure(row, people))
    return nil
  }

  private mutating func erasure(_ row: Row, _ people: People) throws(Breach) -> ErasureRow {
    let customer = fields.field(.customerID, of: row)
    let vendor = fields.field(.vendorID, of: row)
    try IdentifierRule.check(customer, .customerID)
    try IdentifierRule.checkOptional(vendor, .vendorID)
    let requested = fields.field(.requestedAt, of: row)
    if !requested.isEmpty { _ = try times.parse(requested, .requestedAt) }
    let code = try names.vendor(vendor, names.find(vendor: vendor))
    return ErasureRow(vendor: code, customer: people.customers.pseudonym(of: customer))
  }
}
