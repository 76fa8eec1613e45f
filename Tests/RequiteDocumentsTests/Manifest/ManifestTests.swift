import RequiteDocuments
import RequiteFormats
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

  private func manifestWithObjects(_ change: (inout Settings) -> Void = { _ in }) -> VersionManifest {
    var settings = Settings()
    settings.asOf = Instant(seconds: 1_775_001_600)
    change(&settings)
    return VersionManifest(
      address: VersionAddress(facts: Hash128(high: 1, low: 2), settings: settings, measures: "aa"),
      dumps: [Self.account], facts: [], outputs: [],
      objects: .init(plan: "01", state: "02", ledgers: ["surveys-1.csv.gz": "03"]))
  }

  @Test func aManifestNamesWhatItsVersionWasMadeOf() throws {
    let manifest = manifestWithObjects()
    #expect(try VersionManifest(document: manifest.document, name: "m") == manifest)
    let json = try JSONValue(parsing: manifest.document)
    #expect(json["objects"] == ["plan": "01", "state": "02"])
    #expect(json["dumps"]?[0]?["ledger"] == "03")
    #expect(json["coordinates"]?["knowledge"]?["dumps"]?.string == manifest.dumpsDigest)
    #expect(json["coordinates"]?["period"]?["as_of"] == "2026-04-01T00:00:00Z")
  }

  @Test func aManifestFromBeforeObjectsWereKeptIsRead() throws {
    var fields = try #require(try JSONValue(parsing: manifestWithObjects().document).object)
    fields["objects"] = nil
    fields["coordinates"] = nil
    let old = try VersionManifest(document: JSONValue.object(fields).pretty(), name: "m")
    #expect(old.objects == nil)
    #expect(old.address == manifestWithObjects().address)
  }

  @Test func aCoordinateHasAnotherDigestOnlyWhenItMoved() {
    let plain = manifestWithObjects()
    let others: [(Coordinate, (inout Settings) -> Void)] = [
      (.period, { $0.asOf.seconds += 1 }), (.period, { $0.eventWindow.from.seconds += 1 }),
      (.configuration, { $0.minimumDenominator += 1 }), (.configuration, { $0.suppressionMinimum += 1 }),
      (.method, { $0.method = Method.all[1] }),
    ]
    for (moved, change) in others {
      let settings = manifestWithObjects(change).address.settings
      for coordinate in Coordinate.allCases where coordinate != .knowledge {
        let isSame = settings.digest(of: coordinate) == plain.address.settings.digest(of: coordinate)
        #expect(isSame == (coordinate != moved), "\(coordinate)")
      }
    }
  }

  @Test func everyKeyOfTheSettingsBelongsToOneCoordinate() {
    let settings = Settings()
    let parts = Coordinate.allCases.map { settings.members(of: $0) }
    #expect(parts.reduce(0) { $0 + $1.count } == settings.json.object?.count)
    #expect(settings.members(of: .knowledge).isEmpty)
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
