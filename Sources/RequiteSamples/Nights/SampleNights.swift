import RequiteModel

/// The nights of a sample, one after the other.
///
///     for night in SampleNights(options) {
///       for dump in night.dumps { … }
///     }
///
/// Memory: the rows of one night, its text, and the events that lie ahead; not the set.
public struct SampleNights: Sequence, IteratorProtocol {
  private let options: SampleOptions
  private let population: Population
  private let surveys: SurveyScribe
  private let interactions: InteractionScribe
  private var calendar: EventCalendar
  private var lastResponses: [SurveyRow] = []
  private var lastEvents: [Event] = []
  private var night = 0

  /// Begins with the first night.
  public init(_ options: SampleOptions) {
    self.options = options
    population = Population(options: options)
    surveys = SurveyScribe(options: options, population: population)
    interactions = InteractionScribe(options: options, population: population)
    calendar = EventCalendar(start: options.start(of: 0))
  }

  /// The next night, `nil` after the last.
  public mutating func next() -> SampleNight? {
    guard night < options.nights else { return nil }
    defer { night += 1 }
    let responses = surveys.rows(of: night)
    interactions.openThreads(of: night, into: &calendar)
    interactions.followUp(responses, of: night, into: &calendar)
    let events = calendar.take(night)
    let dumps = [surveyDump(responses), interactionDump(events), erasureDump()].compactMap { $0 }
    lastResponses = responses
    lastEvents = events
    return SampleNight(date: options.date(of: night), dumps: dumps)
  }

  private func surveyDump(_ responses: [SurveyRow]) -> SampleDump {
    let repeats = Repeats(options: options, night: night)
    let format = options.format.rowFormat(of: night)
    var dump = SurveyDump(format, population: population, rows: responses.count)
    for row in repeats.responses(from: lastResponses) { dump.write(row) }
    for row in responses { dump.write(row) }
    return SampleDump(name: name("surveys", format), bytes: dump.bytes)
  }

  private func interactionDump(_ events: [Event]) -> SampleDump {
    let repeats = Repeats(options: options, night: night)
    let format = options.format.rowFormat(of: night)
    var dump = InteractionDump(format, population: population, rows: events.count)
    for event in repeats.events(from: lastEvents) { dump.write(event) }
    for event in events { dump.write(event) }
    return SampleDump(name: name("interactions", format), bytes: dump.bytes)
  }

  /// Every 21st night some customers ask to be forgotten.
  private func erasureDump() -> SampleDump? {
    guard night % 21 == 20 else { return nil }
    let erasures = ErasureDump(options: options, population: population, night: night)
    return SampleDump(name: name("erasures", .csv), bytes: erasures.bytes)
  }

  private func name(_ kind: String, _ format: RowFormat) -> String {
    "\(kind)-\(options.date(of: night)).\(format.rawValue)"
  }
}

/// The dumps of one night.
public struct SampleNight: Sendable {
  /// The day.
  public let date: CivilDate
  /// Surveys, interactions, and on some nights erasures.
  public let dumps: [SampleDump]
}

/// One dump, not compressed.
public struct SampleDump: Sendable {
  /// Its file name without `.gz`.
  public let name: String
  /// Its text.
  public let bytes: [UInt8]
}
