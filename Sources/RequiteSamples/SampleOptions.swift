import RequiteModel

/// What a set of sample dumps depends on.
///
/// A night's bytes depend on these, on the night and on nothing else; `nights` is not among the causes, so a longer run
/// extends a shorter one.
public struct SampleOptions: Hashable, Sendable {
  /// Where chance begins.
  public var seed: UInt64 = 1
  /// How many nights.
  public var nights = 30
  /// The day of the first night.
  public var first = CivilDate(daysSince1970: 20_513)
  /// How many vendors.
  public var vendors = 3
  /// How many customers, over all vendors.
  public var customers = 1500
  /// Rows in a night, about: a quarter survey rows, the rest interactions.
  ///
  /// The first nights of a set have fewer, because there are no older threads to go on with.
  public var rowsPerNight = 900
  /// How rows are written.
  public var format = SampleFormat.csv

  /// The defaults: thirty nights of three vendors from 2026-03-01.
  public init() {}

  /// Rows of a night's surveys dump.
  var surveyRows: Int { rowsPerNight / 4 }
  /// Rows of a night's interactions dump, once threads of earlier nights go on.
  var interactionRows: Int { rowsPerNight - surveyRows }

  /// Midnight at which a night's day begins, in seconds since 1970.
  func start(of night: Int) -> Int64 {
    (first.daysSince1970 + Int64(night)) * 86_400
  }

  /// The day of a night.
  func date(of night: Int) -> CivilDate {
    CivilDate(daysSince1970: first.daysSince1970 + Int64(night))
  }
}

/// How the rows of a set are written.
public enum SampleFormat: String, CaseIterable, Sendable {
  /// Comma-separated, RFC 4180.
  case csv
  /// One JSON object a line.
  case jsonl
  /// Comma-separated, and every seventh night JSON lines.
  case mixed

  /// How the rows of `night` are written.
  func rowFormat(of night: Int) -> RowFormat {
    switch self {
    case .csv: .csv
    case .jsonl: .jsonl
    case .mixed: night % 7 == 6 ? .jsonl : .csv
    }
  }
}
