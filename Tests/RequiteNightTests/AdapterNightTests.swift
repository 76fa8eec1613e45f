import Foundation
import RequiteTestSupport
import Testing

/// A night over exports of other systems, whose names say nothing of what they hold.
@Suite struct AdapterNightTests {
  private static let samples = ProjectFolder.path("Tests/RequiteAdaptersTests/Samples")

  /// Puts the exports and a configuration into the folder of a night.
  private func prepare(_ night: Night, vendor: String) throws {
    let script = """
      mkdir -p exports side
      cp '\(Self.samples)'/zendesk-comments/comments.jsonl exports/comments.jsonl
      cp '\(Self.samples)'/zendesk-comments/{users,tickets}.jsonl side/
      gzip -c '\(Self.samples)'/qualtrics-csv/qualtrics.csv > exports/answers.csv.gz
      """
    #expect(try Command.run(script, in: night.folder.path).code == 0)
    night.folder.write(
      """
      adapters:
        - match: "comments*"
          use: zendesk-comments
          parameters: {vendor: \(vendor), users: side/users.jsonl, tickets: side/tickets.jsonl}
        - match: "answers*"
          use: qualtrics-csv
          parameters: {vendor: \(vendor), zone: Europe/Berlin, score_column: Q1}

      """, to: "config.yaml")
  }

  @Test func aNightReadsExportsAndReadsThemAgainWhenTheirAdapterChanges() throws {
    let night = Night()
    try prepare(night, vendor: "nordlicht")
    let first = try night.run("\(night.folder.path)/exports", config: "\(night.folder.path)/config.yaml")
    #expect(first.code == 0, "\(first.errors)")
    #expect(night.published("measures.csv").contains("\nnordlicht,all,*,window,"))
    let comments = try night.manifest("comments.jsonl")
    #expect(comments["read"] as? Int == 4 && comments["accepted"] as? Int == 4)
    #expect(try night.manifest("answers.csv.gz")["accepted"] as? Int == 3)

    let version = night.version
    #expect(try night.run("\(night.folder.path)/exports", config: "\(night.folder.path)/config.yaml").code == 0)
    #expect(night.version == version)

    try prepare(night, vendor: "polarlicht")
    #expect(try night.run("\(night.folder.path)/exports", config: "\(night.folder.path)/config.yaml").code == 0)
    #expect(night.published("measures.csv").contains("\npolarlicht,all,*,window,"))
    #expect(!night.published("measures.csv").contains("nordlicht"))
  }

  @Test func aSideFileThatIsMissingStopsTheNightAndSaysSo() throws {
    let night = Night()
    try prepare(night, vendor: "nordlicht")
    #expect(try Command.run("rm side/users.jsonl", in: night.folder.path).code == 0)
    let result = try Command.run("requite-ingest exports --out W --config config.yaml", in: night.folder.path)
    #expect(result.code == 66)
    #expect(
      result.errors == """
        requite-ingest: side/users.jsonl: the side file users of the adapter zendesk-comments is not there.
          Put it there, or give its path as a parameter of the adapter.

        """)
  }

  @Test func anExportGivesTheSameLedgerHoweverItIsPacked() throws {
    let night = Night()
    try prepare(night, vendor: "nordlicht")
    let script = """
      gunzip -c exports/answers.csv.gz > answers.csv
      cp answers.csv answers-plain.csv
      gzip -9c answers.csv > answers-packed.csv.gz
      { head -c 700 answers.csv | gzip -1c; gzip -c < /dev/null; tail -c +701 answers.csv | gzip -c; } > answers-parts.csv.gz
      touch -d 2026-06-01 answers-*
      requite-ingest answers-plain.csv answers-packed.csv.gz answers-parts.csv.gz --out W --config config.yaml
      requite-ingest exports/comments.jsonl --out W --config config.yaml
      mkdir packed && gzip -c exports/comments.jsonl > packed/comments.jsonl.gz
      touch -r exports/comments.jsonl packed/comments.jsonl.gz
      requite-ingest packed/comments.jsonl.gz --out W --config config.yaml
      sha256sum < W/ledgers/comments.jsonl.ledger && sha256sum < W/ledgers/comments.jsonl.gz.ledger
      sha256sum W/ledgers/answers-*.ledger | cut -c 1-64
      """
    let result = try Command.run(script, in: night.folder.path)
    let digests = result.output.split(separator: "\n")
    #expect(result.code == 0 && digests.count == 5, "\(result.errors)")
    #expect(Set(digests.prefix(2)).count == 1)
    #expect(Set(digests.suffix(3)).count == 1)
    #expect(try night.jsonFile("W/ledgers/answers-parts.csv.gz.manifest.json")["accepted"] as? Int == 3)
  }

  @Test func anAdapterIsTriedWithoutAConfiguration() throws {
    let night = Night()
    try prepare(night, vendor: "nordlicht")
    let result = try Command.run(
      """
      requite-ingest --preview exports/answers.csv.gz --use qualtrics-csv \
        --parameter vendor=v --parameter zone=UTC --parameter score_column=Q9
      """, in: night.folder.path)
    #expect(result.code == 0)
    #expect(result.output.contains("Refused: header: missing Q9."))
  }
}
