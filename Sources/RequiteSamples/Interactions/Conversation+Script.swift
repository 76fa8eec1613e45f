import RequiteModel

private let minute = 60
private let hour = 3600
private let day = 86_400

extension Conversation {
  /// A customer writes, to the vendor or to nobody in particular; what follows is up to the vendor's character.
  mutating func playContact() {
    let isOverheard = channel == .overheard
    customerSays(isOverheard ? Phrases.musing : Phrases.question)
    if !isOverheard && random.chance(profile.robots) {
      wait(2...40)
      robotSays()
    }
    guard random.chance(customer.favour(isOverheard ? profile.listening : profile.answered)) else {
      playSilence()
      return
    }
    playFirstAnswer()
    playExchange()
    if random.chance(profile.promising) { playPromise() }
    if random.chance(profile.changing) { playChange() }
    playEnding()
  }

  /// The vendor writes first: to announce a change, or to say something.
  mutating func playAnnouncement() {
    if random.chance(450) {
      playChange()
    } else {
      vendorSays(Phrases.answer)
      wait(hour...2 * day)
      if random.chance(400) { customerSays(Phrases.consent) }
    }
  }

  /// The vendor comes back to a detractor.
  mutating func playFollowup() {
    vendorSays(Phrases.followup, kind: .surveyFollowup)
    if random.chance(600) {
      wait(10 * minute...day)
      customerSays(Phrases.impatience)
      wait(5 * minute...4 * hour)
      vendorSays(Phrases.answer)
    }
  }

  private mutating func playSilence() {
    if random.chance(550) {
      wait(8 * hour...4 * day)
      customerSays(Phrases.impatience)
    }
    if random.chance(profile.changing / 2) {
      wait(hour...5 * day)
      playChange()
    }
  }

  private mutating func playFirstAnswer() {
    let opening = channel
    wait(exactly: profile.pace.wait(expected: opening.expected, &random))
    // Nobody answers where nobody was asked: whoever listens writes directly.
    if opening == .overheard || !random.chance(profile.sameChannel) { move(to: opening.elsewhere(&random)) }
    vendorSays(Phrases.answer)
  }

  private mutating func playExchange() {
    for _ in 0..<random.below(3) {
      wait(2 * minute...8 * hour)
      customerSays(Phrases.question)
      if random.chance(60) { note(random.chance(500) ? .internal : .system) }
      wait(exactly: profile.pace.wait(expected: channel.expected, &random) / 4)
      vendorSays(Phrases.answer)
    }
  }

  /// A promise, dated or not, that is kept in time, kept late, or forgotten; one in twenty lies beyond any horizon.
  private mutating func playPromise() {
    wait(minute...hour)
    let place = vendorSays(Phrases.promise, kind: .promise)
    let spans = [2 * hour, 4 * hour, day, 2 * day, 3 * day]
    let span = random.chance(50) ? 16 * day : spans[random.below(spans.count)]
    let isDated = random.chance(850)
    let due = clock + Int64(isDated ? span : 2 * day)
    if isDated { state(due: due, at: place) }
    if random.chance(customer.favour(profile.kept)) {
      wait(exactly: Int64(random.within(10 * minute...Int(due - clock))))
    } else if random.chance(500) {
      wait(exactly: due - clock + Int64(random.within(hour...3 * day)))
    } else {
      return
    }
    let kept = vendorSays(Phrases.fulfilled, kind: .fulfilled)
    if isDated && random.chance(700) { state(due: due, at: kept) }
  }

  private mutating func playChange() {
    wait(minute...6 * hour)
    let isBetter = random.chance(customer.favour(profile.favourable))
    if !isBetter && random.chance(profile.consent) {
      customerSays(Phrases.consent, kind: .consent)
      wait(minute...hour)
    }
    let place = vendorSays(isBetter ? Phrases.betterTerms : Phrases.worseTerms, kind: .change)
    // One change in thirty is worth nothing either way.
    let worth = random.chance(33) ? 0 : random.within(1...12)
    state(value: isBetter ? worth : -worth, at: place)
  }

  private mutating func playEnding() {
    guard random.chance(customer.favour(profile.resolved)) else { return }
    wait(minute...10 * hour)
    vendorSays(Phrases.resolved, kind: .resolved)
    guard random.chance(90) else { return }
    wait(hour...3 * day)
    customerSays(Phrases.reopened, kind: .reopened)
    guard random.chance(profile.resolved * 3 / 4) else { return }
    wait(exactly: profile.pace.wait(expected: channel.expected, &random))
    vendorSays(Phrases.resolved, kind: .resolved)
  }
}
