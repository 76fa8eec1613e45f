import RequiteModel
import RequiteSamples
import Testing

/// The committed village is what `requite-sample` makes today.
///
/// Compressed bytes may differ between versions of zlib, so the text is compared.
@Suite struct VillageTests {
  static let repair = """
    SampleData/village is out of date. Run:
      requite-sample --out SampleData/village --seed 1 --first 2026-02-19 --format mixed --rows-per-night 1800
    """

  private static var options: SampleOptions {
    var options = SampleOptions()
    options.first = CivilDate(year: 2026, month: 2, day: 19)!
    options.format = .mixed
    options.rowsPerNight = 1800
    return options
  }

  @Test func theCommittedDumpsAreThoseOfTheCommand() throws {
    let folder = SampleFolder("village")
    let dumps = SampleNights(Self.options).flatMap(\.dumps)
    let names = dumps.map { $0.name + ".gz" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(try folder.names() == names, "\(Self.repair)")
    for dump in dumps {
      let isSame = gunzip(try folder.bytes(of: dump.name + ".gz")) == dump.bytes
      #expect(isSame, "\(dump.name): \(Self.repair)")
    }
  }

  @Test func theCommittedDumpsStaySmall() throws {
    let folder = SampleFolder("village")
    let size = try folder.names().reduce(0) { try $0 + folder.bytes(of: $1).count }
    #expect(size < 2_000_000)
  }
}
