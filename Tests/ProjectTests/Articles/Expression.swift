import Foundation

/// Evaluates an arithmetic expression by recursive descent.
///
///     sum     = product { ("+" | "-") product }
///     product = power { ("*" | "/") power }
///     power   = "-" power | atom [ "^" power ]
///     atom    = number | name | function "(" sum { "," sum } ")" | "(" sum ")"
///
/// Functions: `sqrt`, `ln`, `exp`, `min`, `max`.
struct Expression {
  private let tokens: [Substring]
  private let names: [String: Double]
  private var next = 0

  /// The value of `text`, in which `names` stand for values.
  static func value(of text: String, names: [String: Double] = [:]) throws -> Double {
    var expression = Expression(tokens: try tokens(of: text), names: names)
    let value = try expression.sum()
    guard expression.token == nil else { throw expression.surprise() }
    return value
  }

  /// Whether `text` may stand for a value: a small letter, then small letters, digits and `_`.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "_")
    }
  }

  private init(tokens: [Substring], names: [String: Double]) {
    self.tokens = tokens
    self.names = names
  }

  private static func tokens(of text: String) throws -> [Substring] {
    var tokens: [Substring] = []
    var rest = text[...].drop { $0 == " " }
    while let first = rest.first {
      let token =
        if first.isNumber {
          rest.prefix { $0.isNumber || $0 == "." }
        } else if first.isLetter {
          rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        } else {
          rest.prefix(1)
        }
      tokens.append(token)
      rest = rest[token.endIndex...].drop { $0 == " " }
    }
    return tokens
  }

  private var token: Substring? { next < tokens.count ? tokens[next] : nil }

  private mutating func take(_ expected: Substring) -> Bool {
    guard token == expected else { return false }
    next += 1
    return true
  }

  private func surprise() -> Arithmetic.Malformed {
    let found = token.map { "`\($0)`" } ?? "end"
    return Arithmetic.Malformed(description: "unexpected \(found) in \(tokens.joined(separator: " "))")
  }
}

extension Expression {
  private mutating func sum() throws -> Double {
    var value = try product()
    while true {
      if take("+") {
        value += try product()
      } else if take("-") {
        value -= try product()
      } else {
        return value
      }
    }
  }

  private mutating func product() throws -> Double {
    var value = try power()
    while true {
      if take("*") {
        value *= try power()
      } else if take("/") {
        value /= try power()
      } else {
        return value
      }
    }
  }

  private mutating func power() throws -> Double {
    if take("-") { return try -power() }
    let base = try atom()
    return take("^") ? pow(base, try power()) : base
  }

  private mutating func atom() throws -> Double {
    guard let token else { throw surprise() }
    next += 1
    if token == "(" {
      let value = try sum()
      guard take(")") else { throw surprise() }
      return value
    }
    if token.first?.isNumber == true, let number = Double(token) { return number }
    if token.first?.isLetter == true, take("(") { return try call(String(token)) }
    if let value = names[String(token)] { return value }
    next -= 1
    throw surprise()
  }

  private mutating func call(_ function: String) throws -> Double {
    var arguments = [try sum()]
    while take(",") { arguments.append(try sum()) }
    guard take(")") else { throw surprise() }
    switch (function, arguments.count) {
    case ("sqrt", 1): return arguments[0].squareRoot()
    case ("ln", 1): return log(arguments[0])
    case ("exp", 1): return exp(arguments[0])
    case ("min", 2...): return arguments.reduce(.infinity, min)
    case ("max", 2...): return arguments.reduce(-.infinity, max)
    default: throw Arithmetic.Malformed(description: "no function \(function) of \(arguments.count)")
    }
  }
}
