import RequiteFormats
import RequiteModel

/// Reads the rows of a crosswalk: which key of which kind means which customer.
struct CrosswalkParser: RowParser {
  private let fields: FieldMap

  init(fields: FieldMap) {
    self.fields = fields
  }

  var dictionaries: RowDictionaries { RowDictionaries() }

  mutating func parse(_ row: Row, _ people: People, to sink: any RowSink) throws -> Exclusion? {
    try sink.append(line(row, people))
    return nil
  }

  private func line(_ row: Row, _ people: People) throws(Breach) -> CrosswalkRow {
    let (kind, value) = (fields.field(.kind, of: row), fields.field(.value, of: row))
    let customer = fields.field(.customerID, of: row)
    try IdentifierRule.check(kind, .kind)
    try IdentifierRule.check(value, .value)
    try IdentifierRule.check(customer, .customerID)
    let key = try LinkKey(kind: kind, value: value)
    let (written, plain) = (people.pseudonym(key.written), people.pseudonym(key.plain))
    return CrosswalkRow(
      written: written == plain ? .none : written, plain: plain, typed: people.pseudonym(key.typed),
      customer: people.customers.pseudonym(of: customer))
  }
}

extension People {
  fileprivate func pseudonym(_ id: [UInt8]) -> Pseudonym {
    id.withField { customers.pseudonym(of: $0) }
  }
}
