import RequiteCommand
import Testing

@Suite struct ProcessorsTests {
  @Test func thereIsAtLeastTheOneThisRunsOn() {
    #expect(Processors.online >= 1)
  }
}
