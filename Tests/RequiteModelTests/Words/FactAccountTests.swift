import RequiteModel
import Testing

@Suite struct FactAccountTests {
  @Test func theKindsInStatesNeverChange() {
    let keys: [(DumpKind, UInt64)] = [
      (.surveys, 0), (.interactions, 1), (.erasures, 2), (.revenue, 3), (.crosswalk, 4),
    ]
    for (kind, key) in keys {
      var tables = StateTables()
      FactAccount(kind: kind, accepted: 9, repeated: 3, erased: 2).add(to: &tables)
      #expect(tables.tallies[FactAccount.tallyName]?.sorted().map(\.key) == [[key]])
      #expect(FactAccount(of: kind, in: tables).standing == 4)
    }
    #expect(keys.count == DumpKind.allCases.count)
  }

  @Test func accountsOfPartsAdd() {
    var (one, other) = (StateTables(), StateTables())
    FactAccount(kind: .revenue, accepted: 5, repeated: 1, erased: 0).add(to: &one)
    FactAccount(kind: .revenue, accepted: 7, repeated: 0, erased: 2).add(to: &other)
    one.merge(other)
    #expect(FactAccount(of: .revenue, in: one) == FactAccount(kind: .revenue, accepted: 12, repeated: 1, erased: 2))
  }
}
