import Foundation
import RequiteTestSupport
import Testing

/// What `make install` leaves in another place works there, without the project around it.
@Suite struct InstallTests {
  private static let samples = ProjectFolder.path("Tests/RequiteAdaptersTests/Samples")

  /// Installs what was built; the recipe alone, as a build inside a test would wait for itself.
  private func install(into night: Night) throws {
    let script = "make -C \"$PROJECT\" --old-file=build install DESTDIR=\"$PWD/image\" PREFIX=/opt/requite"
    let result = try Command.run(script, in: night.folder.path, environment: ["DESTDIR": "\(night.folder.path)/image"])
    #expect(result.code == 0, "\(result.errors)")
  }

  @Test func anInstalledNightFindsAdaptersByName() throws {
    var night = Night()
    try install(into: night)
    let script = """
      mkdir exports
      gzip -c '\(Self.samples)'/qualtrics-csv/qualtrics.csv > exports/answers.csv.gz
      """
    #expect(try Command.run(script, in: night.folder.path).code == 0)
    night.folder.write(
      """
      adapters:
        - match: "answers*"
          use: qualtrics-csv
          parameters: {vendor: nordlicht, zone: Europe/Berlin, score_column: Q1}

      """, to: "config.yaml")
    let bin = "\(night.folder.path)/image/opt/requite/bin"
    night.environment = ["BIN": bin, "PATH": "\(bin):/usr/bin:/bin"]
    let result = try night.run("\(night.folder.path)/exports", config: "\(night.folder.path)/config.yaml")
    #expect(result.code == 0, "\(result.errors)")
    #expect(try night.manifest("answers.csv.gz")["accepted"] as? Int == 3)
    #expect(night.published("measures.csv").contains("\nnordlicht,all,*,window,"))
  }

  @Test func anInstalledCommandSaysWhereItLookedForAnAdapter() throws {
    let night = Night()
    try install(into: night)
    night.folder.write("response_id\n", to: "answers.csv")
    let result = try Command.run(
      "image/opt/requite/bin/requite-ingest --preview answers.csv --use qualtrics-cvs", in: night.folder.path)
    #expect(result.code == 78)
    #expect(
      result.errors.replacing(night.folder.path, with: "…") == """
        requite-ingest: there is no adapter called qualtrics-cvs.
          Did you mean qualtrics-csv? Looked in …/image/opt/requite/share/requite/adapters.

        """)
  }

  @Test func everyAdapterOfTheProjectIsInstalled() throws {
    let night = Night()
    try install(into: night)
    let installed = try FileManager.default.contentsOfDirectory(
      atPath: "\(night.folder.path)/image/opt/requite/share/requite/adapters")
    let ours = try FileManager.default.contentsOfDirectory(atPath: ProjectFolder.path("Pipelines/adapters"))
    #expect(installed.sorted() == ours.filter { $0.hasSuffix(".yaml") }.sorted())
    #expect(installed.count > 30)
  }
}
