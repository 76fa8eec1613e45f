import Glibc
import RequiteCommand
import Testing

@Suite struct EnvironmentTests {
  @Test func anEmptyVariableCountsAsUnset() {
    let environment = Environment(["A": "x", "B": ""])
    #expect(environment["A"] == "x")
    #expect(environment["B"] == nil)
    #expect(environment["C"] == nil)
  }

  @Test func theProcessHasItsOwn() {
    setenv("REQUITE_TEST_VARIABLE", "value", 1)
    #expect(Environment.process["REQUITE_TEST_VARIABLE"] == "value")
  }
}
