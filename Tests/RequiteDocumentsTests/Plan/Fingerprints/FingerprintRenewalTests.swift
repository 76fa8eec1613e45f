import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct FingerprintRenewalTests {
  private let folder = TemporaryFolder()
  private let cutoff = Instant(seconds: .max)

  private func ledger(_ name: String, events: Int, seed: UInt64) throws -> LedgerReader {
    try LedgerReader(
      path: folder.write(LedgerFixture.ledger(LedgerFixture.events(events, seed: seed)).bytes, to: name))
  }

  /// The file that a renewal writes, beside those that stay.
  private func files(_ renewal: FingerprintRenewal) throws -> [FingerprintFile] {
    guard let name = renewal.name else { return renewal.kept }
    let sink = ByteCollector()
    try renewal.write(to: sink)
    return renewal.kept + [try FingerprintFile(path: folder.write(sink.bytes, to: name))]
  }

  private func renewed(
    _ ledgers: [LedgerReader], before cutoff: Instant? = nil, _ files: [FingerprintFile] = []
  ) throws -> [FingerprintFile] {
    try self.files(FingerprintRenewal(.interactions, of: ledgers, before: cutoff ?? self.cutoff, files: files))
  }

  /// What a file should hold, by bucket and ledger.
  private func expectFingerprints(of ledgers: [LedgerReader], in files: [FingerprintFile]) throws {
    let blocks = Dictionary(grouping: files.flatMap { file in file.ledgers.map { ($0, file) } }, by: \.0)
    #expect(Set(blocks.keys) == Set(ledgers.map(\.digest)))
    for ledger in ledgers {
      let file = try #require(blocks[ledger.digest]?.first?.1)
      #expect(blocks[ledger.digest]?.count == 1)
      let place = try #require(file.ledgers.firstIndex(of: ledger.digest))
      let reader = IdentityReader(ledger)
      for bucket in 0..<Bucket.count {
        var (identities, threads) = ([Hash128](), [Hash128]())
        try reader.append(of: bucket, to: &identities, threads: &threads)
        let block = try file.blocks(of: bucket)[place]
        #expect((0..<block.ids.count).map { block.ids[$0] } == identities.map { Int64($0.fingerprint) })
        #expect((0..<block.threads.count).map { block.threads[$0] } == threads.map { Int64($0.fingerprint) })
      }
    }
  }

  @Test func everyLedgerIsWrittenOnceAndReadBack() throws {
    let ledgers = try (1...3).map { try ledger("\($0)", events: 60 * $0, seed: UInt64($0)) }
    let files = try renewed(ledgers + [ledgers[0]])
    #expect(files.count == 1)
    #expect(files[0].kind == .interactions)
    #expect(FingerprintFile.isFingerprintFile(files[0].name))
    try expectFingerprints(of: ledgers, in: files)
    #expect(FingerprintRenewal(.interactions, of: ledgers, before: cutoff, files: files).name == nil)
    #expect(FingerprintRenewal(.surveys, of: ledgers, before: cutoff, files: []).name == nil)
  }

  @Test func onlyLedgersThatEndBeforeTheCutoffAreWritten() throws {
    let ledgers = try (1...2).map { try ledger("\($0)", events: 20, seed: UInt64($0)) }
    let latest = try #require(ledgers[0].footer.latest)
    #expect(try renewed([ledgers[0]], before: latest).isEmpty)
    let files = try renewed([ledgers[0]], before: Instant(seconds: latest.seconds + 1))
    #expect(files.map(\.ledgers) == [[ledgers[0].digest]])
  }

  /// Night after night there are few files, and they hold everything.
  @Test func filesOfManyNightsAreFew() throws {
    var (ledgers, files) = ([LedgerReader](), [FingerprintFile]())
    for night in 1...40 {
      ledgers.append(try ledger("\(night)", events: 10, seed: UInt64(night)))
      files = try renewed(ledgers, files)
      #expect(files.count <= 5)
    }
    try expectFingerprints(of: ledgers, in: files)
  }

  @Test func filesThatAreMostlyOfGoneLedgersAreWrittenAnew() throws {
    let ledgers = try (1...5).map { try ledger("\($0)", events: 50, seed: UInt64($0)) }
    let files = try renewed(ledgers)
    let most = FingerprintRenewal(.interactions, of: Array(ledgers[..<3]), before: cutoff, files: files)
    #expect(most.kept.map(\.name) == files.map(\.name) && most.name == nil)
    let few = FingerprintRenewal(.interactions, of: Array(ledgers[..<2]), before: cutoff, files: files)
    #expect(few.replaced.map(\.name) == files.map(\.name))
    try expectFingerprints(of: Array(ledgers[..<2]), in: self.files(few))
    let none = FingerprintRenewal(.interactions, of: [], before: cutoff, files: files)
    #expect(none.kept.isEmpty && none.name == nil)
  }
}
