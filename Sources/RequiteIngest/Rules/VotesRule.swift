import RequiteFormats
import RequiteModel

/// The number of votes behind a net score: at least one, at least the net, and of the same parity (METHODS B1).
enum VotesRule {
  static func parse(_ field: Bytes, net: Int32?) throws(Breach) -> Int64 {
    let votes = try WholeNumberRule.parse(field, .votes)
    let net = Int64(net ?? 0)
    guard votes >= 1, votes <= Int64(Int32.max), abs(net) <= votes, (votes + net).isMultiple(of: 2) else {
      throw Breach(.votes, "range")
    }
    return votes
  }
}
