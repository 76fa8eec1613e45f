/// Everything that can be wrong with a dump, one defect a file.
///
/// The files are the same bytes on every machine: compressed ones are put together by hand from stored blocks, never
/// by a version of zlib.
public enum BrokenCatalogue {
  /// The dumps, by name.
  public static var dumps: [BrokenDump] {
    let families = [
      containerFaults, memberFaults, endlessLines, endlessMarks, headerFaults, encodingFaults, structureFaults,
      responseFaults, eventFaults, revenueFaults, crosswalkFaults, harmlessOddities, jsonLineFaults,
    ]
    return families.flatMap { $0 }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The dumps as files, with `expected.csv`.
  public static var files: [SampleFile] {
    dumps.map { SampleFile(name: $0.name, bytes: $0.bytes) } + [expectations]
  }

  /// What must become of each dump: one line a dump, by name.
  private static var expectations: SampleFile {
    var bytes = Array("file,outcome,exit_code,rule,place,note\n".utf8)
    for dump in dumps {
      let expectation = dump.expectation
      let lines = expectation.lines.map(String.init).joined(separator: " ")
      let fields = [
        dump.name, expectation.outcome.rawValue, String(expectation.exitCode), expectation.rule, lines,
        expectation.note,
      ]
      for (index, field) in fields.enumerated() {
        if index > 0 { bytes.append(.comma) }
        bytes.append(commaSeparated: Array(field.utf8))
      }
      bytes.append(.lineFeed)
    }
    return SampleFile(name: "expected.csv", bytes: bytes)
  }
}
