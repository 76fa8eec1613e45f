import RequiteModel

/// One row of a surveys dump before it is written.
struct SurveyRow: Sendable {
  /// Which row it is: part of its id.
  var number: ResponseNumber
  /// The vendor's number.
  var vendor: UInt16
  /// Who was asked.
  var respondent: Respondent
  /// The question.
  var instrument: Instrument
  /// The answer; `nil` without one.
  var score: Int?
  /// The votes behind a net score; 0 for other instruments.
  var votes = 0
  /// When the invitation went out; `nil` for votes, which nobody is invited to.
  var invited: Int64?
  /// When the answer came; `nil` without one.
  var responded: Int64?
  /// How the invitation ended, where that is written out.
  var status: ResponseStatus?
  /// Where the question was asked.
  var channel: ContactChannel
  /// Number of the comment in `Phrases.all`.
  var phrase: UInt16 = 0
  /// 0 when first told, above it when told again differently.
  var revision: UInt8 = 0

  /// Whether this is the answer of somebody who would not recommend the vendor.
  var isDetractor: Bool {
    guard instrument == .nps, status == nil || status == .complete, let score else { return false }
    return score <= 6
  }
}

/// Names a response: the night that first carries it, and its place there.
struct ResponseNumber: Sendable {
  /// Nights since the first.
  var night: UInt32
  /// Its place within the night.
  var index: UInt32
}

/// Who is asked.
enum Respondent: Sendable {
  /// A customer, by number with the vendor.
  case customer(Int)
  /// An employee, by number with the vendor.
  case employee(Int)
  /// A post of the vendor that others vote on, by number.
  case post(Int)
}
