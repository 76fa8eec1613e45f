import RequiteIngest
import RequiteModel
import Testing

@Suite struct DumpNameTests {
  @Test(
    arguments: [
      ("surveys-2026-03-01.csv.gz", DumpKind.surveys, DumpName.Format.csv, "2026-03-01T00:00:00Z"),
      ("interactions-acme-2026-03-01-late.jsonl", .interactions, .jsonl, "2026-03-01T00:00:00Z"),
      ("erasures-all.csv", .erasures, .csv, nil),
      ("crosswalk-2026-03-01.csv.gz", .crosswalk, .csv, "2026-03-01T00:00:00Z"),
      ("revenue-2025-2026-02-01.jsonl.gz", .revenue, .jsonl, "2026-02-01T00:00:00Z"),
      ("surveys-2026-13-01-2026-02-28.csv", .surveys, .csv, "2026-02-28T00:00:00Z"),
    ] as [(String, DumpKind, DumpName.Format, String?)])
  func aNameTellsKindFormatAndDate(_ name: String, _ kind: DumpKind, _ format: DumpName.Format, _ date: String?) {
    let dump = DumpName(name)
    #expect(dump?.kind == kind)
    #expect(dump?.format == format)
    #expect(dump?.date?.description == date)
  }

  @Test(arguments: [
    "README.md", "surveys.csv", "survey-1.csv", "surveys-1.csv.part", ".surveys-1.csv", "surveys-1.csv~",
    "surveys-1.xlsx",
    "surveys-1.gz", "revenues-2026.csv",
  ])
  func otherFilesAreNoDumps(_ name: String) {
    #expect(DumpName(name) == nil)
  }
}
