import RequiteDocuments
import RequiteModel
import Testing

@Suite struct ManifestTests {
  static let account = DumpAccount(
    dump: "surveys-1.csv.gz", kind: .surveys, sha256: "ab", lines: 12, read: 10, accepted: 6, quarantined: 1,
    duplicates: 2, filtered: 1, rules: ["score.range": 1, "status.test": 1])

  @Test func theManifestOfADumpHasTheContractsKeys() throws {
    let manifest = DumpManifest(account: Self.account, bytes: 99, ledger: "cd", settings: "ef", key: "01")
    #expect(
      String(decoding: manifest.document, as: UTF8.self) == """
        {
          "accepted": 6,
          "bytes": 99,
          "dump": "surveys-1.csv.gz",
          "duplicates": 2,
          "filtered": 1,
          "key": "01",
          "kind": "surveys",
          "ledger": "cd",
          "lines": 12,
          "quarantined": 1,
          "read": 10,
          "refusal": null,
          "refused": null,
          "rules": {
            "score.range": 1,
            "status.test": 1
          },
          "schema": "requite.dump/1",
          "settings": "ef",
          "sha256": "ab"
        }

        """)
    #expect(try DumpManifest(document: manifest.document, name: "m") == manifest)
  }

  @Test func theManifestOfAVersionComesBackAsItWent() throws {
    var settings = Settings()
    settings.asOf = Instant(seconds: 1_775_001_600)
    let address = VersionAddress(facts: Hash128(high: 1, low: 2), settings: settings, measures: "aa")
    let facts = FactAccount(kind: .surveys, accepted: 6, repeated: 2, erased: 1)
    let manifest = VersionManifest(
      address: address, dumps: [Self.account], facts: [facts],
      outputs: [.init(name: "measures.csv", sha256: "bb", bytes: 2)])
    #expect(facts.standing == 3)
    #expect(try VersionManifest(document: manifest.document, name: "m") == manifest)
    #expect(address.id.hasPrefix("2026-03-31-"))
    #expect(address.id.utf8.count == 23)
  }

  @Test func everyPartOfAnAddressCounts() {
    var settings = Settings()
    let plain = VersionAddress(facts: .start, settings: settings, measures: "aa")
    settings.floor = Decimal6(millionths: 20_000)
    #expect(VersionAddress(facts: .start, settings: settings, measures: "aa").digest != plain.digest)
    #expect(VersionAddress(facts: .start, settings: Settings(), measures: "ab").digest != plain.digest)
    #expect(
      VersionAddress(facts: Hash128(high: 0, low: 1), settings: Settings(), measures: "aa").digest != plain.digest)
  }
}
