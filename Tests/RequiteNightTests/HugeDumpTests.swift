import Foundation
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
    let command = "ulimit -v 700000; timeout \(seconds) requite-ingest \(dump) --out Warehouse"
    return (try Command.run(command, in: night.folder.path), night)
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
