import RequiteModel

/// A thread as it is being made up: who takes part, what time it is in it, and what has been said.
///
/// The methods are the moves of a conversation; `Conversation+Script.swift` decides which are made.
struct Conversation {
  /// What was said, in order of time.
  private(set) var events: [Event] = []
  /// The vendor's character.
  let profile: VendorProfile
  /// The customer.
  let customer: Customer
  /// Where the chances of this thread come from.
  var random: SplitMix64
  private let thread: ThreadNumber
  private let vendor: UInt16
  private let slot: UInt32
  private let team: Int
  private(set) var clock: Int64
  private(set) var channel: ContactChannel
  private let isSigned: Bool
  private var owner: UInt16

  /// Begins a thread in which nothing has been said yet.
  init(
    thread: ThreadNumber, vendor: Int, slot: Int, population: Population, team: Int, at clock: Int64,
    on channel: ContactChannel, random: SplitMix64
  ) {
    self.thread = thread
    self.vendor = UInt16(vendor)
    self.slot = UInt32(slot)
    self.team = team
    self.clock = clock
    self.channel = channel
    self.random = random
    profile = population.vendors[vendor]
    customer = population.customer(slot, of: vendor)
    isSigned = self.random.chance(profile.named)
    owner = UInt16(self.random.below(team))
    events.reserveCapacity(8)
  }

  /// Lets time pass: something between `range` in seconds.
  mutating func wait(_ range: ClosedRange<Int>) {
    clock += Int64(random.within(range))
  }

  /// Lets exactly `seconds` pass.
  mutating func wait(exactly seconds: Int64) {
    clock += seconds
  }

  /// Goes on somewhere else.
  mutating func move(to channel: ContactChannel) {
    self.channel = channel
  }

  /// The customer speaks.
  mutating func customerSays(_ mood: Phrases.Mood, kind: EventKind = .message) {
    add(.incoming, kind, mood)
  }

  /// The vendor speaks, signed or as a brand as is its way, perhaps through another person than before.
  ///
  /// Returns the place of the event in `events`, for moves that state more of it.
  @discardableResult
  mutating func vendorSays(_ mood: Phrases.Mood, kind: EventKind = .message) -> Int {
    if !random.chance(profile.oneOwner) { owner = UInt16(random.below(team)) }
    add(.outgoing, kind, mood)
    if isSigned && random.chance(930) { events[events.count - 1].agent = .person(owner) }
    return events.count - 1
  }

  /// A machine of the vendor speaks.
  mutating func robotSays() {
    add(.outgoing, .message, Phrases.robot)
    events[events.count - 1].agent = .robot(UInt8(random.below(Words.robots.count)))
  }

  /// Something is noted that the customer does not see.
  mutating func note(_ direction: Direction) {
    add(direction, .other, Phrases.note)
  }

  /// States when the promise at `place` falls due.
  mutating func state(due: Int64, at place: Int) {
    events[place].due = due
  }

  /// States what the change at `place` is worth.
  mutating func state(value: Int, at place: Int) {
    events[place].value = Int16(value)
  }

  private mutating func add(_ direction: Direction, _ kind: EventKind, _ mood: Phrases.Mood) {
    events.append(
      Event(
        at: clock, thread: thread, position: UInt16(events.count), vendor: vendor, slot: slot, channel: channel,
        direction: direction, kind: kind, phrase: Phrases.draw(mood, &random)))
  }
}
