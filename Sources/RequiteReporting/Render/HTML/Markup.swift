/// HTML or SVG under construction: what a literal says is markup, what is put in is text.
///
///     let name = "<script>"
///     let cell: Markup = "<td>\(name)</td>"     // <td>&lt;script&gt;</td>
///
/// Escaping cannot be forgotten, because there is no other way for a `String` to get in. Within a literal, attributes stand
/// in double quotes.
struct Markup: Hashable, Sendable {
  /// The finished text.
  let text: String

  /// Nothing.
  static let empty = Markup(raw: "")

  private init(raw: String) {
    text = raw
  }
}

extension Markup: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) {
    self.init(raw: value)
  }

  init(stringInterpolation: Interpolation) {
    self.init(raw: stringInterpolation.text)
  }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    /// Outside text: escaped, and hidden characters made visible.
    mutating func appendInterpolation(_ outside: String) {
      text += Markup.escaped(outside)
    }

    mutating func appendInterpolation(_ markup: Markup) {
      text += markup.text
    }

    mutating func appendInterpolation(_ parts: [Markup]) {
      for part in parts { text += part.text }
    }

    mutating func appendInterpolation(_ number: Int) {
      text += String(number)
    }

    /// A coordinate: one decimal, none where it is 0.
    mutating func appendInterpolation(_ coordinate: Double) {
      let written = FixedDecimal.text(of: coordinate, places: 1)
      text += written.hasSuffix(".0") ? String(written.dropLast(2)) : written
    }

    /// A name from outside, kept apart from the direction of the words around it; one of no letters says so.
    mutating func appendInterpolation(name: String) {
      text += "<bdi>" + (name.isEmpty ? "(no name)" : Markup.escaped(name)) + "</bdi>"
    }

    /// A sentence with names in it.
    mutating func appendInterpolation(_ phrase: Phrase) {
      for piece in phrase.pieces {
        switch piece {
        case .words(let words): text += Markup.escaped(words.withMinus)
        case .name(let name): appendInterpolation(name: name)
        }
      }
    }

    /// A number for people: the typographic minus in front of digits.
    mutating func appendInterpolation(number: String) {
      text += Markup.escaped(number.replacingMinus)
    }
  }
}

extension Markup {
  /// `text` for an element's content or a quoted attribute.
  fileprivate static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.of(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension String {
  /// The ASCII minus before a number as U+2212; hyphens of words and dates stay.
  fileprivate var withMinus: String {
    var (result, last) = ("", Character(" "))
    for character in self {
      if last == "-", character.isNumber, result.dropLast().last.map({ !$0.isLetter && !$0.isNumber }) ?? true {
        result.removeLast()
        result.append("\u{2212}")
      }
      result.append(character)
      last = character
    }
    return result
  }

  /// Every ASCII minus as U+2212.
  ///
  /// For numbers only.
  fileprivate var replacingMinus: String {
    String(map { $0 == "-" ? "\u{2212}" : $0 })
  }
}

extension Markup {
  /// Outside text as it stands in HTML, for the few tags that Markdown allows.
  static func text(of outside: String) -> String { escaped(outside) }
}
