import RequiteModel

/// Makes up the rows of a night's surveys dump.
struct SurveyScribe: Sendable {
  private let options: SampleOptions
  private let population: Population

  /// Creates a scribe for a sample.
  init(options: SampleOptions, population: Population) {
    self.options = options
    self.population = population
  }

  /// The invitations that were answered or given up in `night`.
  func rows(of night: Int) -> [SurveyRow] {
    var random = SplitMix64(options.seed, Stream.surveys.rawValue, UInt64(night))
    return (0..<max(1, options.surveyRows)).map { row(of: night, index: $0, &random) }
  }

  /// What is asked, by a row's place in the night: half nps, then csat, ces and a few of the others.
  private func instrument(at index: Int) -> Instrument {
    switch index % 20 {
    case 0..<10: .nps
    case 10..<14: .csat
    case 14..<17: .ces
    case 17: index / 20 % 2 == 0 ? .votes : .`self`
    default: .enps
    }
  }

  private func row(of night: Int, index: Int, _ random: inout SplitMix64) -> SurveyRow {
    let instrument = instrument(at: index)
    let (vendor, respondent) = respondent(to: instrument, night: night, index: index, &random)
    var row = SurveyRow(
      number: ResponseNumber(night: UInt32(night), index: UInt32(index)), vendor: UInt16(vendor),
      respondent: respondent, instrument: instrument, channel: random.chance(700) ? .email : .phone)
    let time = options.start(of: night) + TimeOfDay.draw(&random)
    if instrument == .votes {
      vote(on: &row, at: time, &random)
    } else {
      let isStaff = instrument == .enps || instrument == .`self`
      let outcome = Disposition.draw(answering: isStaff ? 820 : 620, &random)
      settle(&row, outcome, at: time, &random)
    }
    return row
  }

  private func respondent(
    to instrument: Instrument, night: Int, index: Int, _ random: inout SplitMix64
  ) -> (vendor: Int, respondent: Respondent) {
    let vendor = population.drawVendor(&random)
    switch instrument {
    case .votes:
      return (vendor, .post(night * 1000 + index / 20))
    case .enps, .`self`:
      // In turn rather than by chance, so that every unit of every vendor's staff is heard.
      let turn = (night * options.surveyRows + index) / 20 * 2 + index % 2
      let staff = Population.units * Population.staffPerUnit
      return (turn % population.vendors.count, .employee(turn / population.vendors.count % staff))
    default:
      return (vendor, .customer(population.drawCustomer(&random)))
    }
  }

  private func vote(on row: inout SurveyRow, at time: Int64, _ random: inout SplitMix64) {
    let votes = 1 + min(random.below(12), random.below(40))
    let share = population.vendors[Int(row.vendor)].esteem - 100
    let ups = (0..<votes).reduce(0) { sum, _ in sum + (random.chance(share) ? 1 : 0) }
    row.votes = votes
    row.score = 2 * ups - votes
    row.responded = time
    row.channel = .twitter
  }

  private func settle(_ row: inout SurveyRow, _ outcome: Disposition, at time: Int64, _ random: inout SplitMix64) {
    row.status = outcome.status(&random)
    guard outcome.isAnswered else {
      row.invited = time - 7 * 86_400
      return
    }
    // Three answers in a thousand arrive one to three nights late.
    let late = random.chance(3) ? Int64(random.within(1...3)) * 86_400 : 0
    row.responded = time - late
    row.invited = time - late - Int64(random.within(60...250_000))
    guard outcome.hasScore else { return }
    let opinion = self.opinion(of: row, &random)
    row.score = AnswerScale(row.instrument).score(of: opinion)
    if random.chance(450) {
      let mood = opinion > 790 ? Phrases.praise : opinion > 620 ? Phrases.indifference : Phrases.criticism
      row.phrase = Phrases.draw(mood, &random)
    }
  }

  /// What the respondent thinks, 0…1000.
  private func opinion(of row: SurveyRow, _ random: inout SplitMix64) -> Int {
    let vendor = Int(row.vendor)
    let esteem = population.vendors[vendor].esteem
    switch row.respondent {
    case .customer(let slot):
      let customer = population.customer(slot, of: vendor)
      let unit = population.mood(ofUnit: customer.unit, of: vendor)
      return min(max(esteem + customer.satisfaction - 500 + unit + random.spread(90), 0), 1000)
    case .employee(let number):
      let unit = population.mood(ofUnit: number % Population.units, of: vendor)
      // Asked about themselves, vendors think better of their work than their customers do.
      let pride = row.instrument == .`self` ? 120 : -20
      return min(max(esteem + pride + 2 * unit + random.spread(80), 0), 1000)
    case .post:
      return esteem
    }
  }
}
