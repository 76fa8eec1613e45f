/// The scale a score was given on: a lowest and a highest whole number, or a net of votes.
public struct ScoreScale: Hashable, BitwiseCopyable, Sendable {
  /// The lowest score.
  public let lowest: Int32
  /// The highest score.
  public let highest: Int32

  /// Creates a scale, or `nil` when the highest score is not above the lowest.
  public init?(lowest: Int32, highest: Int32) {
    guard highest > lowest else { return nil }
    self.lowest = lowest
    self.highest = highest
  }

  private init(mark: (Int32, Int32)) {
    (lowest, highest) = mark
  }

  /// The scale `net`: a score is the difference of votes up and votes down.
  public static let net = ScoreScale(mark: (.min, .max))

  /// All scales together, where the operator lets them count by their categories alone; no score is given on it.
  public static let pooled = ScoreScale(mark: (.max, .min))

  /// Whether a score can be given on this scale.
  public func contains(_ score: Int32) -> Bool {
    lowest <= score && score <= highest
  }

  /// Reads `0-10`, `1-5`, `-2-2` or `net`.
  public init?(_ text: String) {
    if text == "net" {
      self = .net
      return
    }
    guard let dash = text.dropFirst().firstIndex(of: "-"),
      let lowest = Int32(text[..<dash]), let highest = Int32(text[text.index(after: dash)...])
    else { return nil }
    self.init(lowest: lowest, highest: highest)
  }
}

extension ScoreScale {
  /// Both ends in one word of a state's key.
  public var word: UInt64 {
    UInt64(UInt32(bitPattern: lowest)) << 32 | UInt64(UInt32(bitPattern: highest))
  }

  /// The scale of a word, or `nil` for a word that is none.
  public init?(word: UInt64) {
    let lowest = Int32(truncatingIfNeeded: word >> 32)
    let highest = Int32(truncatingIfNeeded: word)
    if let mark = [ScoreScale.net, .pooled].first(where: { $0.word == word }) {
      self = mark
    } else {
      self.init(lowest: lowest, highest: highest)
    }
  }
}

extension ScoreScale: Comparable {
  /// Orders by the written form's bytes, the order of every table.
  public static func < (left: ScoreScale, right: ScoreScale) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}

extension ScoreScale: CustomStringConvertible {
  /// The word in dumps: `0-10` or `net`.
  public var description: String {
    if self == .net { return "net" }
    return self == .pooled ? "pooled" : "\(lowest)-\(highest)"
  }
}
