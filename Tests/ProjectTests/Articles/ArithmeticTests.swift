import Testing

/// The evaluator of worked examples.
@Suite struct ArithmeticTests {
  @Test(arguments: [
    ("1 + 2 * 3", 7.0), ("(1 + 2) * 3", 9), ("7 - 2 - 1", 4), ("12 / 3 / 2", 2), ("2^3^2", 512), ("-2^2", -4),
    ("2 * -3", -6), ("--1", 1), ("sqrt(16)", 4), ("ln(exp(2))", 2), ("min(1, 0.5 + 1, 3)", 1), ("max(1, 2)", 2),
    ("0.25*4", 1),
  ])
  func anExpressionHasTheUsualValue(_ text: String, _ value: Double) throws {
    #expect(abs(try Expression.value(of: text) - value) < 1e-12)
  }

  @Test(arguments: [
    "", "1 +", "(1", "1)", "1 2", "sin(1)", "sqrt(1, 2)", "max(1)", "unknown", "1 & 2", "sqrt 4", "sqrt(4", "1,5",
    "inf", "1.2.3", ".5",
  ])
  func whatIsNoExpressionIsRefused(_ text: String) {
    #expect(throws: Arithmetic.Malformed.self) { try Expression.value(of: text) }
  }

  @Test(arguments: [
    ("2 / 4 = 0.5", true), ("2 / 4 = 0.4", false), ("2 / 3 = 0.667", false), ("2 / 3 ≈ 0.667", true),
    ("2 / 3 ≈ 0.666", false), ("2 / 3 ≈ 0.666667", true), ("2 / 3 ≈ 1", true), ("x = 1 - 3 = -2", true),
    ("x = 1 / 3 ≈ 0.3", true), ("x = 1 / 3 ≈ 0.4", false),
  ])
  func anEquationHoldsOrNot(_ line: String, _ holds: Bool) throws {
    var arithmetic = Arithmetic()
    #expect(try arithmetic.evaluate(line).holds == holds)
  }

  @Test func aNameKeepsTheUnroundedValue() throws {
    var arithmetic = Arithmetic()
    let third = try arithmetic.evaluate("third = 1 / 3 ≈ 0.3")
    #expect(third.name == "third")
    #expect(third.stated == "0.3")
    #expect(try arithmetic.evaluate("3 * third = 1").holds)
  }

  @Test(arguments: ["1 + 1", "x = y = 2 = 2", "1 = ", "1 = two", "X = 1 = 1", "1 ≈ 1 ≈ 1 ≈ 1"])
  func whatIsNoEquationIsRefused(_ line: String) {
    var arithmetic = Arithmetic()
    #expect(throws: Arithmetic.Malformed.self) { try arithmetic.evaluate(line) }
  }
}
