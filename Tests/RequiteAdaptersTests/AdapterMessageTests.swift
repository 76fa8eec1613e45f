import RequiteAdapters
import RequiteCommand
import RequiteTestSupport
import Testing

/// Errors of adapter files name file, line and key, and say what to do.
@Suite struct AdapterMessageTests {
  static let head = """
    adapter: a
    about: a
    standing: template
    kind: erasures
    source: {format: csv}

    """

  struct Case: Sendable, CustomTestStringConvertible {
    let yaml: String
    let message: String
    var testDescription: String { message }
  }

  @Test(arguments: [
    Case(yaml: "feilds: {}", message: ":6: feilds is not a known key.\n  Did you mean fields?\n"),
    Case(
      yaml: "fields: {custmer_id: $a}",
      message: ":6: fields.custmer_id is not a known key.\n  Did you mean fields.customer_id?\n"),
    Case(
      yaml: "fields: {}",
      message: ":6: fields: erasures need customer_id.\n  Give each a value; null leaves it empty.\n"),
    Case(
      yaml: "fields: {customer_id: {form: $a}}",
      message: ":6: fields.customer_id.form is not a known key.\n  Did you mean fields.customer_id.from?\n"),
    Case(
      yaml: "fields: {customer_id: {then: [trim]}}",
      message: ":6: fields.customer_id needs one of from, join, choose, pick, hash.\n"),
    Case(
      yaml: "fields:\n  customer_id: {from: $a, then: [trimm]}",
      message:
        ":7: fields.customer_id.then[0].trimm is not a known key.\n  Did you mean fields.customer_id.then[0].trim?\n"),
    Case(
      yaml: "fields:\n  customer_id: $a\n  requested_at: {from: $b, time: yyyy-MM-dd}",
      message:
        ":8: fields.requested_at.time: these times state no zone.\n  Give the adapter a zone, such as Europe/Berlin or UTC.\n"
    ),
    Case(
      yaml: "parameters: {zone: {about: a, default: UTC}}\nfields: {customer_id: \"{zon}\"}",
      message: ":7: fields.customer_id: {zon} is not a parameter of this adapter.\n  Did you mean {zone}?\n"),
    Case(
      yaml: "fields: {customer_id: {from: $a, lookup: {in: users, take: b}}}",
      message: ":6: fields.customer_id.lookup.in: users is not one of the side files under lookups.\n"),
    Case(
      yaml: "parameters: {vendor: {about: who is rated}}\nfields: {customer_id: $a}",
      message: "needs the parameter vendor: who is rated.\n  Give it under adapters, as in parameters: {vendor: …}.\n"),
    Case(
      yaml: "skip:\n- {prsent: $a}\nfields: {customer_id: $a}",
      message: ":7: skip[0].prsent is not a known key.\n  Did you mean skip[0].present?\n"),
  ])
  func anErrorSaysWhereAndWhatToDo(_ sample: Case) throws {
    let folder = TemporaryFolder()
    let path = folder.write(Self.head + sample.yaml + "\n", to: "a.yaml")
    do {
      _ = try AdapterFile(path: path).adapter([:], configuration: nil)
      Issue.record("nothing was wrong")
    } catch {
      let failure = Failure(error)
      #expect(failure.code == .configuration)
      #expect(failure.message(from: "requite-ingest").hasSuffix(sample.message), "\(failure.message(from: "x"))")
    }
  }

  @Test func anAdapterThatNobodyKnowsIsGuessed() throws {
    let entries = [Configuration.Adapter(match: "*", use: "zendesk-coments", parameters: [:])]
    let set = AdapterSet(entries, configuration: nil, folders: [SampleDump.adapters])
    let failure = #expect(throws: Failure.self) { try set.adapter(for: "x.csv") }
    #expect(failure?.remedy?.hasPrefix("Did you mean zendesk-comments?") == true)
  }
}
