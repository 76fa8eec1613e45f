import Foundation
import RequiteAdapters
import RequiteCommand
import RequiteIngest
import RequiteModel
import RequiteTestSupport
import Testing

/// `Pipelines/adapters/schema.json` says what the reader takes, no more and no less.
@Suite struct SchemaTests {
  private static func schema() throws -> [String: Any] {
    let bytes = TestFile.bytes("\(SampleDump.adapters)/schema.json") ?? []
    return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test(arguments: SampleDump.all)
  func everyAdapterKeepsToTheSchema(_ sample: SampleDump) throws {
    let path = "\(SampleDump.adapters)/\(sample.name).yaml"
    let value = try ConfigurationValue(contentsOf: path, what: "adapter")
    #expect(SchemaCheck(try Self.schema()).faults(of: value) == [])
  }

  @Test func theKeysOfTheSchemaAreThoseOfTheReader() throws {
    let schema = try Self.schema()
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    func keys(_ name: String) -> [String] { (definitions[name]?["properties"] as? [String: Any])?.keys.sorted() ?? [] }
    #expect((schema["properties"] as? [String: Any])?.keys.sorted() == AdapterKeys.file.sorted())
    #expect(keys("source") == AdapterKeys.source.sorted())
    #expect(keys("expect") == AdapterKeys.expect.sorted())
    #expect(keys("parameter") == AdapterKeys.parameter.sorted())
    #expect(keys("lookup") == AdapterKeys.lookup.sorted())
    #expect(keys("row") == AdapterKeys.row.sorted())
    #expect(keys("each") == AdapterKeys.each.sorted())
    #expect(keys("valueObject") == AdapterKeys.value.sorted())
    #expect(keys("choice") == AdapterKeys.choice.sorted())
    #expect(keys("pick") == AdapterKeys.pick.sorted())
    #expect(keys("lookupStep") == AdapterKeys.lookupStep.sorted())
    #expect(keys("rootStep") == AdapterKeys.rootStep.sorted())
    #expect(keys("time") == AdapterKeys.time.sorted())
    #expect(keys("add") == AdapterKeys.add.sorted())
    #expect(keys("steps") == AdapterKeys.steps.sorted())
    #expect(keys("condition") == AdapterKeys.condition.sorted())
  }

  @Test func theWordsOfTheSchemaAreThoseOfTheReader() throws {
    let text = String(decoding: TestFile.bytes("\(SampleDump.adapters)/schema.json") ?? [], as: UTF8.self)
    let words =
      TextStep.plain.map(\.word) + TimeUnit.allCases.map(\.rawValue) + ClockSetting.Gap.allCases.map(\.rawValue)
      + ClockSetting.Fold.allCases.map(\.rawValue) + DumpKind.allCases.map(\.rawValue)
    for word in words { #expect(text.contains("\"\(word)\""), "\(word)") }
  }
}
