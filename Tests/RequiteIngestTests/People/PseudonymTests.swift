import RequiteIngest
import RequiteModel
import Testing

@Suite struct PseudonymTests {
  static let dump = """
    event_id,thread_id,vendor_id,customer_id,at,channel,direction,kind,agent_id
    e1,t,acme,ann,2026-03-01T10:00:00Z,email,in,message,
    e2,t,acme,bob,2026-03-01T10:00:00Z,email,out,message,ann
    e3,t,bolt,ann,2026-03-01T10:00:00Z,email,in,message,

    """

  private func rows(key: UInt8) throws -> [InteractionRow] {
    try ReadDump.read(
      Array(Self.dump.utf8), name: "interactions-2026-03-01.csv", key: Array(repeating: key, count: 32)
    ).sink.interactions
  }

  @Test func oneCustomerHasOnePseudonymWithEveryVendor() throws {
    let rows = try rows(key: 1)
    #expect(rows[0].customer == rows[2].customer)
    #expect(rows[0].customer != rows[1].customer)
  }

  @Test func aCustomerAndAnAgentOfOneNameDiffer() throws {
    let rows = try rows(key: 1)
    #expect(rows[1].agent != rows[0].customer)
  }

  @Test func anotherKeyGivesOtherPseudonymsAndTheSameThreads() throws {
    let (first, second) = (try rows(key: 1), try rows(key: 2))
    #expect(first[0].customer != second[0].customer)
    #expect(first[0].thread == second[0].thread)
  }

  /// HMAC-SHA-256 with a key of 32 bytes 01, over "customer", NUL, "ann": computed with OpenSSL.
  @Test func aPseudonymIsTheBeginningOfAnHMAC() throws {
    let customer = try rows(key: 1)[0].customer
    #expect(String(customer.high, radix: 16) == "86b18cddf475289e")
    #expect(String(customer.low, radix: 16) == "72d53e0fc3e91f18")
  }

  @Test func aKeyIsNamedWithoutBeingGivenAway() {
    let key = PseudonymKey(bytes: Array(repeating: 1, count: 32))
    #expect(key.id.utf8.count == 16)
    #expect(key.id != PseudonymKey(bytes: Array(repeating: 2, count: 32)).id)
  }
}
