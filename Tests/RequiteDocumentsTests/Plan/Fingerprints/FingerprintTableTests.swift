import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct FingerprintTableTests {
  @Test(arguments: [1, 30, 5_000])
  func whoComesFirstOwnsAFingerprint(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    // So few different ones that many come again, the greatest and the least among them.
    let fingerprints = (0..<count).map { _ in
      [0, UInt32.max, UInt32(truncatingIfNeeded: random.next()) % UInt32(2 * count)].randomElement(using: &random)!
    }
    var table = FingerprintTable()
    for _ in 0..<2 {
      table.removeAll(roomFor: count)
      var owners: [UInt32: Int] = [:]
      for (owner, fingerprint) in fingerprints.enumerated() {
        #expect(table.contains(fingerprint) == (owners[fingerprint] != nil))
        #expect(table.insert(fingerprint, owner: owner) == owners[fingerprint])
        owners[fingerprint] = owners[fingerprint] ?? owner
      }
    }
  }

  @Test func anEmptyTableHasNothing() {
    var table = FingerprintTable()
    #expect(!table.contains(0))
    table.removeAll(roomFor: 100)
    #expect(table.insert(7, owner: 3) == nil)
    table.removeAll(roomFor: 0)
    #expect(!table.contains(7))
  }

  @Test func moreThanThereIsRoomForStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var table = FingerprintTable()
      table.removeAll(roomFor: 4)
      for fingerprint in 0..<9 { _ = table.insert(UInt32(fingerprint), owner: 0) }
    }
  }
}
