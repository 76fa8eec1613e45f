/// A sentence with names in it, so that each rendering can keep a name apart from the words around it.
///
///     let phrase: Phrase = "\(name: vendor) returns \(points) of 100"
///
/// A right-to-left name must not turn the words behind it around; only a rendering knows how its medium prevents that.
public struct Phrase: Hashable, Sendable {
  /// A piece of the sentence.
  public enum Piece: Hashable, Sendable {
    /// Our own words and numbers.
    case words(String)
    /// Outside text.
    case name(String)
  }

  /// The pieces, in order.
  public private(set) var pieces: [Piece]

  /// The whole sentence as plain text; names in it are outside text.
  public var text: String {
    pieces.map {
      switch $0 {
      case .words(let text), .name(let text): text
      }
    }.joined()
  }

  /// Both, one behind the other.
  static func + (left: Phrase, right: Phrase) -> Phrase {
    var sum = left
    sum.pieces += right.pieces
    return sum
  }
}

extension Phrase: ExpressibleByStringInterpolation {
  /// Words without a name.
  public init(stringLiteral value: String) {
    pieces = [.words(value)]
  }

  /// The pieces of a literal.
  public init(stringInterpolation: Interpolation) {
    pieces = stringInterpolation.pieces
  }

  /// Gathers the pieces of a literal.
  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    /// Begins a sentence.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Our own words.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.words(literal)) }
    }

    /// Outside text.
    public mutating func appendInterpolation(name: String) {
      pieces.append(.name(name))
    }

    /// Our own words.
    public mutating func appendInterpolation(_ words: String) {
      pieces.append(.words(words))
    }

    /// A number of ours.
    public mutating func appendInterpolation(_ number: Int) {
      pieces.append(.words(String(number)))
    }

    /// A phrase within a phrase.
    public mutating func appendInterpolation(_ phrase: Phrase) {
      pieces += phrase.pieces
    }
  }
}
