/// Makes up the threads that begin in a night.
struct InteractionScribe: Sendable {
  /// Events in an average thread; how many threads a night needs for its rows.
  private static let eventsPerThread10 = 46

  private let options: SampleOptions
  private let population: Population

  /// Creates a scribe for a sample.
  init(options: SampleOptions, population: Population) {
    self.options = options
    self.population = population
  }

  /// People in each vendor's team.
  private var team: Int { 8 + options.rowsPerNight / 5000 }

  /// The events of all threads that customers and vendors begin in `night`, filed into `calendar`.
  func openThreads(of night: Int, into calendar: inout EventCalendar) {
    var random = SplitMix64(options.seed, Stream.threads.rawValue, UInt64(night))
    let count = max(1, options.interactionRows * 10 / InteractionScribe.eventsPerThread10)
    for index in 0..<count {
      let isAnnouncement = random.chance(70)
      let channel = isAnnouncement ? ContactChannel.email : ContactChannel(opening: &random)
      let number = ThreadNumber(origin: .contact, night: UInt32(night), index: UInt32(index))
      var conversation = begin(number, at: options.start(of: night) + TimeOfDay.draw(&random), on: channel, &random)
      if isAnnouncement { conversation.playAnnouncement() } else { conversation.playContact() }
      calendar.file(conversation.events, from: night)
    }
  }

  /// The events with which vendors come back to the detractors among `responses`, filed into `calendar`.
  func followUp(_ responses: [SurveyRow], of night: Int, into calendar: inout EventCalendar) {
    for response in responses where response.isDetractor {
      guard case .customer(let slot) = response.respondent else { continue }
      var random = SplitMix64(
        options.seed, Stream.followups.rawValue, UInt64(night), UInt64(response.number.index))
      guard random.chance(population.vendors[Int(response.vendor)].closedLoop) else { continue }
      // One follow-up in ten comes too late to count.
      let delay = random.chance(100) ? random.within(700_000...900_000) : random.within(7200...500_000)
      let earliest = max(response.responded ?? 0, options.start(of: night))
      let number = ThreadNumber(origin: .followup, night: UInt32(night), index: response.number.index)
      var conversation = Conversation(
        thread: number, vendor: Int(response.vendor), slot: slot, population: population, team: team,
        at: earliest + Int64(delay), on: random.chance(600) ? .phone : .email, random: random)
      conversation.playFollowup()
      calendar.file(conversation.events, from: night)
    }
  }

  private func begin(
    _ number: ThreadNumber, at time: Int64, on channel: ContactChannel, _ random: inout SplitMix64
  ) -> Conversation {
    let vendor = population.drawVendor(&random)
    let slot = population.drawCustomer(&random)
    return Conversation(
      thread: number, vendor: vendor, slot: slot, population: population, team: team, at: time, on: channel,
      random: SplitMix64(seed: random.next()))
  }
}

extension ContactChannel {
  fileprivate init(opening random: inout SplitMix64) {
    self = ContactChannel.allCases[ContactChannel.openings.turn(&random)]
  }
}
