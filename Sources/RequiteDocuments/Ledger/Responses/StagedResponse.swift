import RequiteModel

/// A response on its way into a ledger.
struct StagedResponse: StagedRow {
  /// The bits of the numbers that not every response has.
  enum Number {
    static let score: UInt16 = 1
    static let responded: UInt16 = 2
    static let invited: UInt16 = 4
    static let weight: UInt16 = 8
    static let revision: UInt16 = 16
    static let votes: UInt16 = 32
    static let surveyHigh: UInt16 = 64
    static let surveyLow: UInt16 = 128
    static let accountHigh: UInt16 = 256
    static let accountLow: UInt16 = 512
    static let survey = surveyHigh | surveyLow
    static let account = accountHigh | accountLow
  }

  /// The weight that needs no number, in millionths.
  static let usualWeight: Int64 = 1_000_000

  let customer: Pseudonym
  let vendor: UInt32
  let scale: UInt32
  let channel: UInt32
  let stratum: UInt32
  let present: UInt16
  let idLength: UInt16
  /// The instrument's code in the upper half, the status's in the lower.
  let word: UInt8

  /// How many numbers follow.
  private let numbers: UInt8

  static let greatestNumberCount = 10
  var numberCount: Int { Int(numbers) }

  @inline(__always)
  init(_ row: borrowing ResponseRow, idLength: UInt16, numbers room: inout NumberRoom) {
    customer = row.customer
    vendor = row.vendor
    scale = row.scale
    channel = row.channel
    stratum = row.stratum
    self.idLength = idLength
    word = row.instrument << 4 | row.status
    room.put(row.score, Number.score, unless: RowValue.absent)
    room.put(row.respondedAt, Number.responded, unless: RowValue.absent)
    room.put(row.invitedAt, Number.invited, unless: RowValue.absent)
    room.put(row.weight, Number.weight, unless: StagedResponse.usualWeight)
    room.put(row.revision, Number.revision, unless: 0)
    room.put(row.votes, Number.votes, unless: 0)
    room.put(row.survey.high, row.survey.low, Number.survey)
    room.put(row.account.high, row.account.low, Number.account)
    present = room.present
    numbers = UInt8(room.count)
  }
}

extension StagedBucket<StagedResponse> {
  /// The account of a row, `.none` without one.
  @inline(__always)
  func account(_ index: Int) -> Pseudonym {
    guard self[index].has(StagedResponse.Number.account) else { return .none }
    return Pseudonym(
      high: UInt64(bitPattern: number(index, StagedResponse.Number.accountHigh)),
      low: UInt64(bitPattern: number(index, StagedResponse.Number.accountLow)))
  }

  /// The fingerprint of a row's survey, `.start` without one.
  @inline(__always)
  func survey(_ index: Int) -> Hash128 {
    guard self[index].has(StagedResponse.Number.survey) else { return .start }
    return Hash128(
      high: UInt64(bitPattern: number(index, StagedResponse.Number.surveyHigh)),
      low: UInt64(bitPattern: number(index, StagedResponse.Number.surveyLow)))
  }

  /// The number of votes of a row.
  @inline(__always)
  func votes(_ index: Int) -> Int64 {
    self[index].has(StagedResponse.Number.votes) ? number(index, StagedResponse.Number.votes) : 0
  }

  /// The weight of a row in millionths.
  @inline(__always)
  func weight(_ index: Int) -> Int64 {
    self[index].has(StagedResponse.Number.weight)
      ? number(index, StagedResponse.Number.weight) : StagedResponse.usualWeight
  }
}
