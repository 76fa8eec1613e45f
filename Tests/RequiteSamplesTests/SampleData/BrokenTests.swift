import RequiteSamples
import Testing

@Suite struct BrokenTests {
  static let repair = "SampleData/broken is out of date. Run: requite-sample broken --out SampleData/broken"

  @Test func theCommittedFilesAreThoseOfTheCommand() throws {
    let folder = SampleFolder("broken")
    let files = BrokenCatalogue.files
    let names = files.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(try folder.names() == names, "\(Self.repair)")
    for file in files {
      let isSame = try folder.bytes(of: file.name) == file.bytes
      #expect(isSame, "\(file.name): \(Self.repair)")
    }
  }
}
