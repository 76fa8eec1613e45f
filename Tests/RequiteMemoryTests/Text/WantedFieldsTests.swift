import RequiteMemory
import Testing

/// Fields that are told by ends, or hold what was put into them.
@Suite struct WantedFieldsTests {
  @Test func aFieldComesFromItsColumnElseFromWhatIsInIt() {
    let wanted = WantedFields(columns: [1, nil, 0])
    var positions = PositionArray()
    for position: UInt32 in [0, 1, 4] { positions.append(position) }
    let ends = positions.fields(first: 1, last: 2, from: 0, to: 4)
    let text = Bytes("a,bc\n")
    let seen = wanted.seen
    #expect(wanted.count == 3 && seen.count == 3)
    #expect((0..<3).map(seen.column) == [1, -1, 0])
    wanted.contents[0] = Bytes("other")
    wanted.contents[2] = Bytes("third")
    #expect((0..<3).map { seen.field($0, by: ends, of: text).string } == ["bc", "", "a"])
    #expect((0..<3).map { seen.field($0, by: FieldEnds(), of: text).string } == ["other", "", "third"])
    withExtendedLifetime(positions) {}
    withExtendedLifetime(wanted) {}
  }

  @Test func whatIsNotWantedIsNeverReached() async {
    await #expect(processExitsWith: .failure) { _ = WantedFields(columns: []).seen.column(0) }
    await #expect(processExitsWith: .failure) { _ = WantedFields(columns: [0]).seen.column(-1) }
    await #expect(processExitsWith: .failure) {
      _ = WantedFields(columns: [0]).seen.field(1, by: FieldEnds(), of: Bytes())
    }
    await #expect(processExitsWith: .failure) { WantedFields(columns: [0]).contents[1] = Bytes() }
  }
}
