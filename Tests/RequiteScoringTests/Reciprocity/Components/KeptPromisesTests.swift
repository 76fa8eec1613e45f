import RequiteModel
import RequiteScoring
import Testing

private let day: Int64 = 86_400

/// The edges of METHODS B9 on promises: due, grace, horizon, and which promise a fulfilment takes.
@Suite struct KeptPromisesTests {
  @Test(arguments: [
    ComponentCase("never kept", 0, of: 1, .says("1", at: 0, .promise, due: 100)),
    ComponentCase("kept", 1, of: 1, .says("1", at: 0, .promise, due: 100), .says("2", at: 50, .fulfilled)),
    ComponentCase(
      "at the last second", 1, of: 1, .says("1", at: 0, .promise, due: 100), .says("2", at: 100, .fulfilled)),
    ComponentCase("a second late", 0, of: 1, .says("1", at: 0, .promise, due: 100), .says("2", at: 101, .fulfilled)),
    ComponentCase("before it was made", 0, of: 1, .says("1", at: 0, .fulfilled), .says("2", at: 1, .promise, due: 100)),
    ComponentCase("made by the customer", 0, of: 0, .asks("1", at: 0, .promise), .says("2", at: 1, .fulfilled)),
    ComponentCase("due without a time", 1, of: 1, .says("1", at: 0, .promise), .says("2", at: 2 * day, .fulfilled)),
    ComponentCase(
      "late without a time", 0, of: 1, .says("1", at: 0, .promise), .says("2", at: 2 * day + 1, .fulfilled)),
    ComponentCase("due with the horizon", 0, of: 1, .says("1", at: 0, .promise, due: 14 * day)),
    ComponentCase("due after the horizon", 0, of: 0, .says("1", at: 0, .promise, due: 14 * day + 1)),
    ComponentCase("made by a robot", 0, of: 1, .says("1", at: 0, .promise, by: "bot:x", due: 100)),
  ])
  func dueAndHorizon(_ row: ComponentCase) throws {
    #expect(try row.counted(.promises) == row.expected)
  }

  @Test(arguments: [
    ComponentCase(
      "the one it names", 1, of: 2, .says("1", at: 0, .promise, due: 100), .says("2", at: 0, .promise, due: 200),
      .says("3", at: 150, .fulfilled, due: 200)),
    ComponentCase(
      "otherwise the earliest", 0, of: 2, .says("1", at: 0, .promise, due: 200), .says("2", at: 0, .promise, due: 100),
      .says("3", at: 150, .fulfilled)),
    ComponentCase(
      "the earliest when it names none that is open", 0, of: 2, .says("1", at: 0, .promise, due: 100),
      .says("2", at: 0, .promise, due: 200), .says("3", at: 150, .fulfilled, due: 999)),
    ComponentCase(
      "each takes one", 2, of: 2, .says("1", at: 0, .promise, due: 200), .says("2", at: 0, .promise, due: 100),
      .says("3", at: 90, .fulfilled), .says("4", at: 190, .fulfilled)),
    ComponentCase(
      "a kept one is not taken again", 1, of: 2, .says("1", at: 0, .promise, due: 200),
      .says("2", at: 10, .fulfilled, due: 200), .says("3", at: 20, .promise, due: 30),
      .says("4", at: 40, .fulfilled, due: 200)),
    ComponentCase(
      "a promise due after the horizon is taken too", 0, of: 1, .says("1", at: 0, .promise, due: 100),
      .says("2", at: 0, .promise, due: 20 * day), .says("3", at: 50, .fulfilled, due: 20 * day)),
    ComponentCase(
      "a due time that was not stated can be named", 1, of: 2, .says("1", at: 0, .promise, due: 100),
      .says("2", at: 0, .promise), .says("3", at: 150, .fulfilled, due: 2 * day)),
  ])
  func matching(_ row: ComponentCase) throws {
    #expect(try row.counted(.promises) == row.expected)
  }

  @Test func graceMovesTheDeadlineAndNotTheDue() throws {
    let night = Night(
      events: [.says("1", at: 0, .promise, due: 100), .says("2", at: 160, .fulfilled)],
      settings: Night.settings { $0.promiseGrace = 60 })
    #expect(night.outcomes().first?.counts[.promises] == Ratio(1, of: 1))
  }

  /// A due time at the end of time is no reason to stop.
  @Test func extremeTimesAreHarmless() {
    let night = Night(
      events: [.says("1", at: 0, .promise, due: .max - Night.start), .says("2", at: 1, .fulfilled)],
      settings: Night.settings { $0.promiseGrace = 60 })
    #expect(night.outcomes().first?.counts[.promises] == Ratio(0, of: 0))
  }
}
