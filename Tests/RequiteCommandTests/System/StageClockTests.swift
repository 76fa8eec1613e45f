import RequiteCommand
import Testing

@Suite struct StageClockTests {
  @Test func theClockOfTheMachineGoesWhereNoneIsNamed() throws {
    #expect(try StageClock.moment(Environment([:])) == nil)
    #expect(try StageClock.moment(Environment([StageClock.variable: ""])) == nil)
  }

  @Test func aNamedClockStandsStill() throws {
    let environment = Environment([StageClock.variable: "2001-02-03T05:05:06+01:00"])
    #expect(try StageClock.moment(environment)?.description == "2001-02-03T04:05:06Z")
  }

  @Test func aTextThatIsNoTimeIsAFailure() {
    let environment = Environment([StageClock.variable: "yesterday"])
    let failure = #expect(throws: Failure.self) { try StageClock.moment(environment) }
    #expect(
      failure?.message(from: "requite-report") == """
        requite-report: REQUITE_CLOCK is not a time: yesterday.
          Write it with its zone, 2026-04-01T00:00:00Z, or unset it for the clock of this machine.

        """)
    #expect(failure?.code == .configuration)
  }
}
