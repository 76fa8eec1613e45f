import RequiteCommand
import RequiteIngest
import RequiteModel

/// Numbers as dumps, configurations and scales write them.
enum NumbersTarget: FuzzTarget {
  static let name = "numbers"

  static func check(_ bytes: [UInt8]) throws {
    // As in a row, a scan may read behind the text.
    let millionths = (bytes + Array(repeating: 0, count: 64)).withField { padded in
      let text = padded.part(0..<bytes.count)
      return (fast: DecimalRule.parse(text), slow: DecimalRule.parseAny(text))
    }
    try Broken.unless(millionths.fast == millionths.slow, "a number is the same eight digits at once and one by one")
    let text = String(decoding: bytes, as: UTF8.self)
    if let decimal = FixedDecimal(text) {
      try Broken.unless(FixedDecimal(decimal.description) == decimal, "what was written is read as the same number")
      if let millionths = millionths.slow, abs(millionths) < 1_000_000_000_000_000 {
        try Broken.unless(decimal.billionths == millionths * 1000, "dumps and configurations read numbers alike")
      }
    }
    if let scale = ScoreScale(text) {
      try Broken.unless(scale.lowest < scale.highest, "a scale has more than one score")
    }
  }
}
