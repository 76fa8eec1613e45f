import Foundation
import RequiteTestSupport
import Testing

/// The tiny sample as systems would export it that each have ids of their own, and the crosswalk that brings them together.
@Suite struct CrosswalkTests {
  /// Spellings of one customer: the crosswalk's line, and the id in a dump.
  private struct Naming {
    let kind: String
    let value: @Sendable (String) -> String
    let id: @Sendable (String) -> String

    static let email = Naming(kind: "email") {
      "\($0.capitalized)@Example.org "
    } id: {
      "\($0)@example.org"
    }
    static let handle = Naming(kind: "Handle") {
      "@\($0)"
    } id: {
      "handle:@\($0)"
    }
    static let crm = Naming(kind: "crm") {
      "crm-\($0)"
    } id: {
      "crm-\($0)"
    }
  }

  private let night = Night()
  private var dumps: String { "\(night.folder.path)/dumps" }

  /// Copies the sample, each kind of dump with ids of its own, and returns the names of the customers.
  @discardableResult
  private func prepare(_ night: Night) throws -> [String] {
    let dumps = "\(night.folder.path)/dumps"
    try FileManager.default.createDirectory(atPath: dumps, withIntermediateDirectories: true)
    var customers: Set<String> = []
    for (kind, naming) in [("surveys", Naming.email), ("interactions", .handle), ("revenue", .crm), ("erasures", nil)] {
      let name = "\(kind)-2026-03-25.csv"
      var table = try DumpText(path: ProjectFolder.path("SampleData/tiny/\(name)"))
      let column = try #require(table.columns.firstIndex(of: "customer_id"))
      customers.formUnion(table.rows.map { $0[column] })
      if let naming { for row in table.rows.indices { table.rows[row][column] = naming.id(table.rows[row][column]) } }
      try table.csv.write(toFile: "\(dumps)/\(name)", atomically: false, encoding: .utf8)
    }
    return customers.sorted()
  }

  /// Every line that the three systems need, one customer after the other.
  private func lines(_ customers: [String]) -> [String] {
    customers.flatMap { customer in
      [Naming.email, .handle, .crm].map { "\($0.kind),\($0.value(customer)),\(customer)" }
    }
  }

  private func write(_ lines: [String], to name: String, _ night: Night) throws {
    try (["kind,value,customer_id"] + lines).joined(separator: "\n").appending("\n")
      .write(toFile: "\(night.folder.path)/dumps/\(name)", atomically: false, encoding: .utf8)
  }

  private func run(_ night: Night) throws {
    let result = try night.run("\(night.folder.path)/dumps")
    #expect(result.code == 0, "\(result.errors)")
  }

  /// The rows of the published table, those about the crosswalk apart.
  private func measures(_ night: Night) -> (others: [Substring], links: [Substring]) {
    let rows = night.published("measures.csv").split(separator: "\n")
    return (rows.filter { !$0.contains(",diagnostics.link_") }, rows.filter { $0.contains(",diagnostics.link_") })
  }

  private var tiny: [Substring] {
    let path = ProjectFolder.path("Tests/RequiteNightTests/Golden/tiny/measures.csv")
    return String(decoding: TestFile.bytes(path) ?? [], as: UTF8.self).split(separator: "\n")
  }

  /// The bank has too few customers for a number.
  private static let hidden: [Substring] = ["conflicts", "rate_interactions", "rate_surveys"].map {
    "pebble-bank,all,*,window,diagnostics.link_\($0),,,,,,,0,small_cell"
  }

  @Test func underWhateverIdsPeopleGoTheNumbersAreThoseOfThePeople() throws {
    let customers = try prepare(night)
    try write(lines(customers), to: "crosswalk-2026-03-25.csv", night)
    try run(night)
    let (others, links) = measures(night)
    #expect(others == tiny)
    #expect(
      links == [
        "marigold-bikes,all,*,window,diagnostics.link_conflicts,0.000000,,,,,,14,",
        "marigold-bikes,all,*,window,diagnostics.link_rate_interactions,1.000000,,,,14.000000,14.000000,14,",
        "marigold-bikes,all,*,window,diagnostics.link_rate_surveys,1.000000,,,,13.000000,13.000000,13,",
      ] + Self.hidden)
    #expect(
      night.published("report.md").contains(
        "What is said of both sides of loyalty is said of customers whom the crosswalk knows: "
          + "marigold-bikes (100.0 % of those who answered and 100.0 % of those who wrote)"))
    // Nothing of an address is in any file of ours, and the version can be made again from what was kept.
    #expect(try Command.run("grep -ril 'example.org' Warehouse", in: night.folder.path).code == 1)
    let verified = try Command.run("requite-versions verify --rebuild --out Warehouse", in: night.folder.path)
    #expect(verified.code == 0, "\(verified.errors)")
    #expect(verified.output.contains("the same bytes when made again from 5 ledgers"))
  }

  @Test func neitherNightsNorTheDivisionOfTheCrosswalkShow() throws {
    let customers = try prepare(night)
    try write(lines(customers), to: "crosswalk-2026-03-25.csv", night)
    try run(night)
    let other = Night()
    try prepare(other)
    try run(other)
    #expect(measures(other).links.isEmpty)
    #expect(measures(other).others != tiny)
    var random = SplitMix64(seed: 11)
    let shuffled = lines(customers).shuffled(using: &random)
    try write(Array(shuffled.prefix(20)), to: "crosswalk-2026-03-26.csv", other)
    try run(other)
    try write(Array(shuffled.suffix(from: 15)), to: "crosswalk-2026-03-24.csv", other)
    try run(other)
    #expect(other.version == night.version)
    #expect(other.published("measures.csv") == night.published("measures.csv"))
    let diff = try Command.run("requite-diff latest~1 latest --out Warehouse --stat", in: other.folder.path)
    #expect(diff.code == 0, "\(diff.errors)")
    #expect(diff.output.contains("crosswalk"), "\(diff.output)")
    let gone = try Command.run("rm dumps/crosswalk-*", in: other.folder.path)
    #expect(gone.code == 0)
    try run(other)
    #expect(measures(other).links.isEmpty)
    #expect(try Command.run("ls Warehouse/states | grep linked", in: other.folder.path).code == 1)
  }

  @Test(arguments: ["kaya", "kaya@example.org", "handle:@kaya", "crm-kaya"])
  func anErasureUnderAnyIdIsOneOfThePerson(_ id: String) throws {
    let customers = try prepare(night)
    try write(lines(customers), to: "crosswalk-2026-03-25.csv", night)
    try "customer_id\n\(id)\n".write(toFile: "\(dumps)/erasures-late.csv", atomically: false, encoding: .utf8)
    try run(night)
    let plain = Night()
    let copied = try Command.run(
      "cp -r '\(ProjectFolder.path("SampleData/tiny"))' dumps && printf 'customer_id\\nkaya\\n' > dumps/erasures-late.csv",
      in: plain.folder.path)
    #expect(copied.code == 0)
    try run(plain)
    #expect(measures(night).others == measures(plain).others)
  }

  @Test func whoIsForgottenUnderOneIdIsForgottenUnderAll() throws {
    let customers = try prepare(night)
    try write(lines(customers), to: "crosswalk-2026-03-25.csv", night)
    try run(night)
    let forgotten = try Command.run("requite-versions forget kaya@example.org --out Warehouse", in: night.folder.path)
    #expect(forgotten.code == 0, "\(forgotten.errors)")
    #expect(forgotten.output == "11 rows removed from ledgers; the next night publishes without this customer\n")
    for id in ["kaya", "handle:@kaya", "crm-kaya"] {
      let again = try Command.run("requite-versions forget \(id) --out Warehouse", in: night.folder.path)
      #expect(again.output == "no ledger has a row of this customer; none will\n", "\(id)")
    }
    try run(night)
    let other = Night()
    try prepare(other)
    try write(lines(customers), to: "crosswalk-2026-03-25.csv", other)
    try "customer_id\nkaya\n".write(
      toFile: "\(other.folder.path)/dumps/erasures-late.csv", atomically: false, encoding: .utf8)
    try run(other)
    #expect(measures(night).others == measures(other).others)
  }

  @Test func anIdOfTwoPersonsLinksToNeither() throws {
    let customers = try prepare(night)
    let disputed = lines(customers) + ["email,anouk@example.org,bo"]
    try write(disputed, to: "crosswalk-2026-03-25.csv", night)
    try run(night)
    // As if the crosswalk had not a word of anouk's address: what she answered is nobody's who wrote.
    let other = Night()
    try prepare(other)
    try write(lines(customers).filter { !$0.contains("Anouk@") }, to: "crosswalk-2026-03-25.csv", other)
    try run(other)
    #expect(measures(night).others == measures(other).others)
    #expect(
      measures(night).links == [
        "marigold-bikes,all,*,window,diagnostics.link_conflicts,1.000000,,,,,,15,",
        "marigold-bikes,all,*,window,diagnostics.link_rate_interactions,1.000000,,,,14.000000,14.000000,14,",
        "marigold-bikes,all,*,window,diagnostics.link_rate_surveys,0.923077,,,,12.000000,13.000000,13,",
      ] + Self.hidden)
    #expect(
      night.published("report.md").contains(
        "The crosswalk gives ids of customers to several people; they are linked to nobody: marigold-bikes"))
  }
}
