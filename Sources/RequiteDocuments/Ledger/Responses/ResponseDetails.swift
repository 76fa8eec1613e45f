import RequiteModel

/// The columns that only responses with a flag are in, read along with the rows.
struct ResponseDetails {
  private var scores, responded, invited, revisions, surveyHighs, surveyLows: SparseColumn

  private typealias Flag = ResponseBlock.Flag

  /// Reads where the columns begin.
  init(from reader: inout ByteReader, _ flags: PackedColumn) throws(DocumentFailure) {
    let counts = FlagCounts(flags)
    scores = try SparseColumn(from: &reader, count: counts[Flag.score])
    responded = try SparseColumn(from: &reader, count: counts[Flag.responded])
    invited = try SparseColumn(from: &reader, count: counts[Flag.invited])
    revisions = try SparseColumn(from: &reader, count: counts[Flag.revision])
    surveyHighs = try SparseColumn(from: &reader, count: counts[Flag.survey])
    surveyLows = try SparseColumn(from: &reader, count: counts[Flag.survey])
  }

  /// Sets what not every response has.
  @inline(__always)
  mutating func fill(_ row: inout Response, _ flags: Int64) {
    row.conflicts = flags & Flag.conflict != 0
    if flags & Flag.score != 0 { row.score = Int32(truncatingIfNeeded: scores.next()) }
    if flags & Flag.responded != 0 { row.respondedAt = Instant(seconds: responded.next()) }
    if flags & Flag.invited != 0 { row.invitedAt = Instant(seconds: invited.next()) }
    if flags & Flag.revision != 0 { row.revision = revisions.next() }
    if flags & Flag.survey != 0 {
      row.survey = Hash128(
        high: UInt64(bitPattern: surveyHighs.next()), low: UInt64(bitPattern: surveyLows.next()))
    }
  }

  /// Passes a row that is not decoded.
  @inline(__always)
  mutating func skip(_ flags: Int64) {
    if flags & Flag.score != 0 { scores.skip() }
    if flags & Flag.responded != 0 { responded.skip() }
    if flags & Flag.invited != 0 { invited.skip() }
    if flags & Flag.revision != 0 { revisions.skip() }
    if flags & Flag.survey != 0 {
      surveyHighs.skip()
      surveyLows.skip()
    }
  }
}
