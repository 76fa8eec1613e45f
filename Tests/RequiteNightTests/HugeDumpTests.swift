import Foundation
import RequiteSamples
import RequiteTestSupport
import Testing

/// Dumps that are small on the disk and huge when they are read, or built to take long.
@Suite struct HugeDumpTests {
  private static let header = "event_id,thread_id,vendor_id,customer_id,at,channel,direction,kind"

  /// Runs ingest within 700 MB of addresses and some seconds.
  private func ingest(_ dump: String, madeBy script: String, seconds: Int) throws -> (CommandResult, Night) {
    let night = Night()
    let made = try Command.run(script, in: night.folder.path)
    #expect(made.code == 0, "\(made.errors)")
    return (try ingest(dump, of: night, seconds: seconds), night)
  }

  private func ingest(_ dump: String, of night: Night, seconds: Int) throws -> CommandResult {
    let command = "ulimit -v 700000; timeout \(seconds) requite-ingest \(dump) --out Warehouse"
    return try Command.run(command, in: night.folder.path)
  }

  @Test func oneRowAMillionTimesCountsOnceInLittleMemory() throws {
    let row = "e1,t1,v,c1,2026-02-01T09:30:00Z,email,in,message"
    let script = "{ echo \(Self.header); yes \(row) | head -n 1000000; } | gzip -1 > interactions-x.csv.gz"
    let (result, night) = try ingest("interactions-x.csv.gz", madeBy: script, seconds: 60)
    #expect(result.code == 0, "\(result.errors)")
    let manifest = try night.manifest("interactions-x.csv.gz")
    #expect(manifest["read"] as? Int == 1_000_000)
    #expect(manifest["accepted"] as? Int == 1)
    #expect(manifest["duplicates"] as? Int == 999_999)
  }

  /// The length at the end of a gzip member counts modulo 2³²; places in the text do not.
  @Test func moreThanFourGibibytesInOneMemberAreReadToTheEnd() throws {
    let row = "e1,t1,v,c1,2026-02-01T09:30:00Z,email,in,message,\(String(repeating: "x", count: 249_950))\n"
    let broken = ",t1,v,c1,2026-02-01T09:32:00Z,email,in,message,"
    let text = RepetitiveText(
      head: Array("\(Self.header),note\n".utf8), block: Array(row.utf8), count: 17_200,
      tail: Array("e2,t1,v,c1,2026-02-01T09:31:00Z,email,out,message,\n\(broken)\n".utf8))
    let night = Night()
    night.folder.write(text.packed(), to: "interactions-x.csv.gz")
    let result = try ingest("interactions-x.csv.gz", of: night, seconds: 60)
    #expect(result.code == 0, "\(result.errors)")
    let manifest = try night.manifest("interactions-x.csv.gz")
    #expect(manifest["lines"] as? Int == 17_203)
    #expect(manifest["read"] as? Int == 17_202)
    #expect(manifest["accepted"] as? Int == 2)
    #expect(manifest["duplicates"] as? Int == 17_199)
    let place = text.length - broken.utf8.count - 1
    #expect(place > 1 << 32)
    #expect(
      night.folder.text(of: "Warehouse/quarantine/interactions-x.csv.gz.csv")
        == "line,byte_offset,byte_length,rule,field\n17203,\(place),\(broken.utf8.count),event_id.empty,event_id\n")
  }

  @Test func aMillionEmptyMembersAreSteppedOver() throws {
    let script = """
      printf '\\x1f\\x8b\\x08\\0\\0\\0\\0\\0\\0\\3\\3\\0\\0\\0\\0\\0\\0\\0\\0\\0' > members
      for _ in $(seq 20); do cat members members > more && mv more members; done
      printf '%s\\n' \(Self.header) e1,t1,v,c1,2026-02-01T09:30:00Z,email,in,message | gzip > row.gz
      cat members row.gz > interactions-x.csv.gz
      """
    let (result, night) = try ingest("interactions-x.csv.gz", madeBy: script, seconds: 60)
    #expect(result.code == 0, "\(result.errors)")
    #expect(try night.manifest("interactions-x.csv.gz")["accepted"] as? Int == 1)
  }

  @Test func fiftyThousandEventsInOneThreadAreScoredInTime() throws {
    let night = Night()
    let script = """
      mkdir dumps
      { echo \(Self.header); awk 'BEGIN {
          for (i = 1; i <= 50000; i++)
            printf "e%d,t1,v,c1,2026-02-0%dT09:%d:00Z,email,%s,message\\n", i, 1 + i % 9, 10 + i % 50, i % 2 ? "out" : "in"
      }'; } > dumps/interactions-x-2026-02-28.csv
      """
    #expect(try Command.run(script, in: night.folder.path).code == 0)
    let start = ContinuousClock.now
    let result = try night.run("\(night.folder.path)/dumps")
    #expect(result.code == 0, "\(result.errors)")
    #expect(ContinuousClock.now - start < .seconds(30))
    #expect(try night.manifest("interactions-x-2026-02-28.csv")["accepted"] as? Int == 50_000)
  }

  @Test func aTextOfHalfTagsIsStrippedInTime() throws {
    let night = Night()
    night.folder.write(
      """
      adapter: tags
      about: texts with markup
      standing: documented
      kind: erasures
      source: {format: csv}
      fields:
        customer_id: {from: $id, then: [unhtml, {before: "<"}]}

      """, to: "tags.yaml")
    let text = "c" + String(repeating: "<a", count: 125_000)
    night.folder.write("id\n" + String(repeating: text + "\n", count: 20), to: "tags.csv")
    night.folder.write("adapters: [{match: tags.csv, use: ./tags.yaml}]\n", to: "config.yaml")
    let command = "timeout 20 requite-ingest tags.csv --out Warehouse --config config.yaml"
    let result = try Command.run(command, in: night.folder.path)
    #expect(result.code == 0, "\(result.errors)")
    #expect(try night.manifest("tags.csv")["read"] as? Int == 20)
  }
}
