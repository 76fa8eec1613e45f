/// A survey row as a source writes it.
struct ResponseLine: Hashable, Sendable {
  var id: String
  var vendor = "acme"
  var customer: String
  var instrument = "nps"
  var scale = "0-10"
  var score: Int?
  var votes: Int?
  /// Days since the beginning, with a fraction.
  var at: Double?
  var invitedAt: Double?
  var status = ""
  var weight = "1"
  var channel = "email"
  var region = "north"
  var revision = 0
  var survey = ""
  var account = ""

  static let header =
    "response_id,vendor_id,customer_id,instrument,scale,score,votes,responded_at,invited_at,status,weight,channel,"
    + "revision,region,survey_id,account_id"

  var text: String {
    [
      id, vendor, customer, instrument, scale, score.map(String.init) ?? "", votes.map(String.init) ?? "",
      at.map(Calendar.text) ?? "", invitedAt.map(Calendar.text) ?? "", status, weight, channel, "\(revision)", region,
      survey, account,
    ].joined(separator: ",")
  }
}

/// An event as a source writes it.
struct EventLine: Hashable, Sendable {
  var id: String
  var thread: String
  var vendor = "acme"
  var customer: String
  var at: Double
  var channel = "chat"
  var direction = "in"
  var kind = "message"
  var agent = ""
  var value = ""
  var region = "north"
  var revision = 0

  static let header =
    "event_id,thread_id,vendor_id,customer_id,at,channel,direction,kind,agent_id,value,revision,region"

  var text: String {
    [
      id, thread, vendor, customer, Calendar.text(at), channel, direction, kind, agent, value, "\(revision)", region,
    ].joined(separator: ",")
  }
}

/// What a customer brought in in a year, as a source writes it.
struct RevenueLine: Hashable, Sendable {
  var vendor = "acme"
  var customer: String
  var year: Int
  var amount: Int
  var acquiredBy = ""

  static let header = "vendor_id,customer_id,period,amount_minor,acquired_by"

  var text: String { "\(vendor),\(customer),\(year),\(amount),\(acquiredBy)" }
}

/// Times of tests: days since the beginning of 2026.
enum Calendar {
  static let start: Int64 = 1_767_225_600
  static let day: Int64 = 86_400

  static func seconds(_ days: Double) -> Int64 { start + Int64((days * Double(day)).rounded()) }

  static func text(_ days: Double) -> String {
    let seconds = seconds(days)
    let (date, time) = ((seconds / day), seconds % day)
    let (year, month, dayOfMonth) = civil(date)
    return "\(year)-\(two(month))-\(two(dayOfMonth))T\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))Z"
  }

  private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Hinnant, "chrono-compatible low-level date algorithms".
  private static func civil(_ days: Int64) -> (Int64, Int64, Int64) {
    let z = days + 719_468
    let era = z / 146_097
    let doe = z - era * 146_097
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
    let mp = (5 * doy + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1)
  }
}
