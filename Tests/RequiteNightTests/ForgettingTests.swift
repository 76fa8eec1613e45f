import Foundation
import RequiteTestSupport
import Testing

/// A customer who asked to be forgotten, whatever the dumps say.
@Suite struct ForgettingTests {
  private func night() throws -> Night {
    let night = Night()
    try FileManager.default.copyItem(
      atPath: ProjectFolder.path("SampleData/tiny"), toPath: night.folder.path + "/dumps")
    #expect(try night.run(night.folder.path + "/dumps").code == 0)
    return night
  }

  private func run(_ script: String, _ night: Night) throws -> CommandResult {
    try Command.run(script, in: night.folder.path)
  }

  @Test func theNextVersionIsWithoutTheCustomerAsIfTheyHadNeverWritten() throws {
    let night = try night()
    let version = night.version
    let forgotten = try run("requite-versions forget anouk --out Warehouse", night)
    #expect(forgotten.code == 0, "\(forgotten.errors)")
    #expect(forgotten.output.hasSuffix(" rows removed from ledgers; the next night publishes without this customer\n"))
    #expect(try night.run(night.folder.path + "/dumps").code == 0)
    #expect(night.version != version)
    // The same as if the dumps had told.
    let other = try self.night()
    try "customer_id,vendor_id,requested_at\nanouk,,\n".write(
      toFile: other.folder.path + "/dumps/erasures-2026-03-26.csv", atomically: true, encoding: .utf8)
    #expect(try other.run(other.folder.path + "/dumps").code == 0)
    #expect(night.published("measures.csv") == other.published("measures.csv"))
  }

  @Test func whatWasKeptIsWithoutTheCustomerAndSaysWhy() throws {
    let night = try night()
    let version = night.version
    let day = ISO8601DateFormatter().string(from: Date()).prefix(10)
    #expect(try run("requite-versions forget anouk --out Warehouse", night).code == 0)
    #expect(try run("printf 'bo\\n' | requite-versions forget - --out Warehouse", night).code == 0)
    let again = try run("requite-versions forget anouk --out Warehouse", night)
    #expect(again.output == "no ledger has a row of this customer; none will\n")
    let verified = try run("requite-versions verify --rebuild --out Warehouse", night)
    #expect(verified.code == 0, "\(verified.errors)")
    #expect(
      verified.output.hasSuffix(
        " rows of forgotten customers left its ledgers, last on \(day); it cannot be made again\n"))
    let rebuilt = try run("requite-versions rebuild \(version) --out Warehouse -o rebuilt", night)
    #expect(rebuilt.code == 0, "\(rebuilt.errors)")
    #expect(!rebuilt.output.hasPrefix(version))
    #expect(try run("requite-versions gc --grace-hours 0 --apply --out Warehouse", night).code == 0)
    #expect(try run("requite-versions verify --out Warehouse", night).code == 0)
    #expect(try run("requite-versions rebuild \(version) --out Warehouse -o again", night).code == 0)
    #expect(try run("diff -r rebuilt again", night).code == 0)
    #expect(try run("grep -r anouk Warehouse", night).code == 1)
  }

  @Test func aDumpThatIsReadAgainBringsNobodyBack() throws {
    let night = try night()
    #expect(try run("requite-versions forget anouk --out Warehouse", night).code == 0)
    #expect(try night.run(night.folder.path + "/dumps").code == 0)
    let version = night.version
    let measures = night.published("measures.csv")
    #expect(try run("rm Warehouse/ledgers/surveys*", night).code == 0)
    #expect(try night.run(night.folder.path + "/dumps").code == 0)
    #expect(night.published("measures.csv") == measures)
    #expect(night.version == version)
  }

  @Test func withoutTheKeyNobodyCanBeFound() throws {
    let night = try night()
    let missing = try run("REQUITE_KEY_FILE=$PWD/no-key requite-versions forget anouk --out Warehouse", night)
    #expect(missing.code == 78)
    #expect(missing.errors.contains("there is no key"))
    #expect(night.folder.bytes(of: "no-key") == nil)
    night.folder.write(String(repeating: "ab", count: 32) + "\n", to: "other-key")
    let other = try run(
      "chmod 600 other-key; REQUITE_KEY_FILE=$PWD/other-key requite-versions forget anouk --out Warehouse", night)
    #expect(other.code == 78)
    #expect(other.errors.contains("the ledger was made with another key"))
  }
}
