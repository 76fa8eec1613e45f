import RequiteStatistics
import Testing

@Suite struct NetVotesTests {
  @Test(arguments: [[4, 4, 4, 0], [-14, 14, 0, 14], [2, 14, 8, 6], [0, 4, 2, 2], [-1, 3, 1, 2]] as [[Int64]])
  func votesFollowFromNetAndNumber(row: [Int64]) throws {
    let votes = try #require(NetVotes(net: row[0], count: row[1]))
    #expect([votes.net, votes.count, votes.up, votes.down] == row)
  }

  @Test(arguments: [[0, 0], [5, 4], [-5, 4], [1, 4], [2, 3], [0, -2], [.max, 4], [.min, .max]] as [[Int64]])
  func impossibleVotesAreRefused(row: [Int64]) {
    #expect(NetVotes(net: row[0], count: row[1]) == nil)
  }

  @Test func theGreatestCountDoesNotOverflow() throws {
    let votes = try #require(NetVotes(net: .max, count: .max))
    #expect(votes.up == .max && votes.down == 0)
  }
}
