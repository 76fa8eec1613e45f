import RequiteModel
import RequiteSamples
import Testing

@Suite struct BrokenCatalogueTests {
  private static let dumps = BrokenCatalogue.dumps

  @Test func everyNameBeginsWithItsKindAndIsUsedOnce() {
    let kinds = DumpKind.allCases.map { $0.rawValue + "-" }
    #expect(Self.dumps.allSatisfy { dump in kinds.contains { dump.name.hasPrefix($0) } })
    #expect(Set(Self.dumps.map(\.name)).count == Self.dumps.count)
  }

  @Test func onlyRefusalsFail() {
    for dump in Self.dumps {
      #expect(dump.expectation.exitCode == (dump.expectation.outcome == .refused ? 65 : 0), "\(dump.name)")
    }
  }

  @Test func aRuleIsNamedExceptWhereNothingIsLost() {
    for dump in Self.dumps {
      let needsRule = ![.accepted, .duplicates].contains(dump.expectation.outcome)
      #expect(dump.expectation.rule.isEmpty != needsRule, "\(dump.name)")
    }
  }

  @Test func quarantinedRowsStayBelowTheCeiling() {
    for dump in Self.dumps where dump.expectation.outcome == .quarantined {
      #expect((1...20).contains(dump.expectation.lines.count), "\(dump.name)")
    }
  }

  /// Every rule by which rows are set aside, and every code of a refusal that a file can bring about.
  @Test(arguments: [
    "csv.field-count", "csv.stray-quote", "encoding.utf8", "row.too-long", "json.syntax", "json.duplicate-key",
    "json.not-an-object", "json.depth", "json.surrogate", "json.type", "response_id.empty", "vendor_id.empty",
    "customer_id.empty", "event_id.empty", "thread_id.empty", "customer_id.control", "customer_id.too-long",
    "score.range", "score.format", "score.missing", "scale.format", "weight.range", "weight.format",
    "responded_at.format", "invited_at.format", "at.format", "due_at.format", "time.future", "instrument.unknown",
    "status.unknown", "direction.unknown", "kind.unknown", "channel.empty", "value.format", "votes.format",
    "votes.range", "revision.format", "responded_at.before-invited", "due_at.before-at", "status.test", "status.spam",
    "period.format", "amount_minor.format", "acquired_by.unknown",
    "empty", "truncated", "checksum", "length", "corrupt", "method", "flags", "header-checksum", "not-gzip",
    "looks-like-zip", "looks-like-zstd", "looks-like-zlib", "gzip-in-gzip", "trailing", "header-missing-column",
    "header-duplicate-column", "header-empty", "header-control", "header-comment", "separator", "looks-like-html",
    "looks-like-json", "json-document", "not-json-lines", "utf16", "open-quote", "line-ends", "quarantine-ceiling",
    "wrong-kind",
  ])
  func aDumpBreaks(rule: String) {
    #expect(Self.dumps.contains { $0.expectation.rule == rule })
  }

  @Test func zlibUnpacksTheSoundOnesAndNoOther() {
    let damage: Set = ["truncated", "checksum", "length", "corrupt", "method", "flags", "header-checksum"]
    for dump in Self.dumps where dump.name.hasSuffix(".gz") {
      let content = gunzip(dump.bytes)
      if damage.contains(dump.expectation.rule) {
        #expect(content == nil, "\(dump.name)")
      } else if dump.expectation.outcome == .accepted, dump.name != "surveys-zero-padding.csv.gz" {
        #expect(content == SoundText.surveys, "\(dump.name)")
      }
    }
  }

  @Test func endlessLinesAreSmallFilesOfMuchText() throws {
    let dump = try #require(Self.dumps.first { $0.name == "surveys-endless-line.csv.gz" })
    let content = try #require(gunzip(dump.bytes))
    #expect(dump.bytes.count < 20_000)
    #expect(content.count > 2_000_000)
    #expect(content.split(separator: UInt8(ascii: "\n")).map(\.count).max() == 2_064_001)
  }
}

/// The text inside every sound container of the catalogue.
private enum SoundText {
  static let surveys = Array(
    """
    response_id,vendor_id,customer_id,instrument,scale,score,votes,\
    invited_at,responded_at,status,weight,revision,comment
    b1,northwind-air,c1,nps,0-10,10,,2024-05-01T08:00:00Z,2024-05-02T09:10:00Z,,,,Kind
    b2,northwind-air,c2,nps,0-10,9,,2024-05-01T08:00:00Z,2024-05-02T09:11:00Z,,,,Kind
    b3,northwind-air,c3,nps,0-10,8,,2024-05-01T08:00:00Z,2024-05-02T09:12:00Z,,,,Kind
    b4,northwind-air,c4,nps,0-10,7,,2024-05-01T08:00:00Z,2024-05-02T09:13:00Z,,,,Kind

    """.utf8)
}
