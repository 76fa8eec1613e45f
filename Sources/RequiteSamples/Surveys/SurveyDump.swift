import RequiteModel

/// Writes a night's survey rows.
struct SurveyDump {
  private static let columns = [
    "response_id", "vendor_id", "customer_id", "account_id", "instrument", "scale", "score", "votes", "invited_at",
    "responded_at", "status", "survey_id", "channel", "weight", "stratum", "region", "plan", "unit", "revision",
    "comment",
  ]
  private let population: Population
  private let vendorNames: [[UInt8]]
  private var writer: RowWriter

  /// Begins a dump of about `rows` rows.
  init(_ format: RowFormat, population: Population, rows: Int) {
    self.population = population
    vendorNames = population.vendors.map { Array($0.name.utf8) }
    writer = RowWriter(format, columns: SurveyDump.columns, capacity: rows * (format == .csv ? 160 : 400))
  }

  /// The dump so far.
  var bytes: [UInt8] { writer.bytes }

  /// Adds a row.
  mutating func write(_ row: SurveyRow) {
    writer.compose { bytes in
      bytes.append(UInt8(ascii: "r"))
      bytes.append(decimal: Int(row.number.night), width: 4)
      bytes.append(.dash)
      bytes.append(decimal: Int(row.number.index), width: 5)
    }
    writer.word(vendorNames[Int(row.vendor)])
    let customer = writeRespondent(row)
    writer.word(Array(row.instrument.rawValue.utf8))
    writer.word(AnswerScale(row.instrument).word)
    if let score = row.score { writer.number(score) } else { writer.empty() }
    if row.votes > 0 { writer.number(row.votes) } else { writer.empty() }
    if let invited = row.invited { writer.instant(invited) } else { writer.empty() }
    if let responded = row.responded { writer.instant(responded) } else { writer.empty() }
    if let status = row.status { writer.word(Array(status.rawValue.utf8)) } else { writer.empty() }
    writer.word(SurveyDump.survey(of: row.instrument))
    writer.word(ContactChannel.words[Int(row.channel.rawValue)])
    writeDesign(of: customer, vendor: Int(row.vendor))
    writeAttributes(of: customer, respondent: row.respondent)
    if row.revision > 0 { writer.number(Int(row.revision)) } else { writer.empty() }
    writer.text(Phrases.all[Int(row.phrase)])
    writer.endRow()
  }

  /// Writes who was asked and for which account; returns the customer, where it was one.
  private mutating func writeRespondent(_ row: SurveyRow) -> Customer? {
    switch row.respondent {
    case .customer(let slot):
      let customer = population.customer(slot, of: Int(row.vendor))
      writer.compose { $0.append(customer: customer) }
      if let account = customer.account {
        writer.compose { bytes in
          bytes += Array("firm-".utf8)
          bytes.append(decimal: account, width: 4)
        }
      } else {
        writer.empty()
      }
      return customer
    case .employee(let number):
      writer.compose { bytes in
        bytes += Array("staff-".utf8)
        bytes.append(decimal: number, width: 4)
      }
    case .post(let number):
      writer.compose { bytes in
        bytes += Array("post-".utf8)
        bytes.append(decimal: number, width: 5)
      }
    }
    writer.empty()
    return nil
  }

  /// Writes weight and stratum, where the vendor samples its customers.
  private mutating func writeDesign(of customer: Customer?, vendor: Int) {
    if let customer, population.vendors[vendor].hasStrata {
      writer.hundredths(customer.weight)
      writer.word(Words.strata[customer.stratum])
    } else {
      writer.empty()
      writer.empty()
    }
  }

  private mutating func writeAttributes(of customer: Customer?, respondent: Respondent) {
    if let customer {
      writer.word(Words.regions[customer.region])
      writer.word(Words.plans[customer.plan])
      writer.word(Words.units[customer.unit])
      return
    }
    writer.empty()
    writer.empty()
    if case .employee(let number) = respondent {
      writer.word(Words.units[number % Population.units])
    } else {
      writer.empty()
    }
  }

  private static func survey(of instrument: Instrument) -> [UInt8] {
    // The vendor's own judgement is asked in the words of the satisfaction survey, which is what makes them comparable.
    switch instrument {
    case .nps: relationship
    case .csat, .`self`: service
    case .ces: effort
    case .enps: workplace
    case .votes, .other: posts
    }
  }

  private static let relationship = Array("relationship".utf8)
  private static let service = Array("service".utf8)
  private static let effort = Array("effort".utf8)
  private static let workplace = Array("workplace".utf8)
  private static let posts = Array("posts".utf8)
}

extension [UInt8] {
  /// Appends a customer's id.
  mutating func append(customer: Customer) {
    append(UInt8(ascii: "c"))
    append(decimal: customer.person, width: 6)
  }
}
