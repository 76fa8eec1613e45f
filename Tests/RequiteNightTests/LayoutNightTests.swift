import Foundation
import RequiteTestSupport
import Testing

/// What the samples of other layouts come to after a whole night: counts of rows, scores, waits for the first answer and
/// reopenings, each layout as a vendor of its own.
///
/// Cells of so few people are hidden in a report; `requite-score reconcile` shows them to whoever holds the ledgers.
@Suite(.serialized) struct LayoutNightTests {
  /// Samples that belong together, as one vendor.
  private static let layouts: [(vendor: String, samples: [String])] = [
    ("zendesk", ["zendesk-comments", "zendesk-audits", "zendesk-tickets", "zendesk-metric-events", "zendesk-csat"]),
    ("intercom", ["intercom-conversations", "intercom-parts", "intercom-ratings"]),
    ("freshdesk", ["freshdesk-csv"]), ("freshdesk-api", ["freshdesk-conversations", "freshdesk-ratings"]),
    ("salesforce", ["salesforce-case", "salesforce-case-comment", "salesforce-case-history"]),
    ("gorgias", ["gorgias-messages", "gorgias-surveys"]), ("front", ["front-csv"]),
    ("chatwoot", ["chatwoot-messages", "chatwoot-csat"]), ("twitter", ["twitter-support-csv"]),
    ("x-archive", ["x-archive"]), ("asterisk-cdr", ["asterisk-cdr"]), ("asterisk-queue", ["asterisk-queue-log"]),
    ("connect", ["amazon-connect"]), ("qualtrics-csv", ["qualtrics-csv"]), ("qualtrics-jsonl", ["qualtrics-jsonl"]),
    ("surveymonkey", ["surveymonkey-csv"]), ("typeform-csv", ["typeform-csv"]), ("typeform-jsonl", ["typeform-jsonl"]),
    ("delighted", ["delighted-jsonl"]), ("limesurvey", ["limesurvey-csv"]), ("formbricks", ["formbricks-csv"]),
    ("googleforms", ["google-forms-csv"]),
  ]

  /// One night over all samples up to a day, made once.
  private final class Nights: @unchecked Sendable {
    static let spring = Nights(asOf: "2026-05-15")
    static let autumn2017 = Nights(asOf: "2017-12-15")

    let night = Night()
    let result: Result<CommandResult, any Error>
    private let lock = NSLock()
    private var tables: [String: [[String]]] = [:]

    init(asOf day: String) {
      let night = night
      result = Result { try Nights.run(night, asOf: day) }
    }

    private static func run(_ night: Night, asOf day: String) throws -> CommandResult {
      let samples = ProjectFolder.path("Tests/RequiteAdaptersTests/Samples")
      let root = night.folder.path
      var adapters: [String] = []
      for (vendor, names) in layouts {
        for name in names {
          try FileManager.default.createDirectory(atPath: "\(root)/dumps", withIntermediateDirectories: true)
          try FileManager.default.copyItem(atPath: "\(samples)/\(name)", toPath: "\(root)/\(name)")
          let config = try String(contentsOfFile: "\(samples)/\(name)/config.yaml", encoding: .utf8)
          let lines = config.split(separator: "\n").map(String.init)
          let match = try #require(lines.first { $0.contains("match:") }?.split(separator: "\"")[1])
          let parameters = try #require(lines.first { $0.contains("parameters:") })
          let beginning = String(match.prefix { $0 != "*" })
          let files = try FileManager.default.contentsOfDirectory(atPath: "\(samples)/\(name)").sorted()
          let dump = try #require(files.first { $0.hasPrefix(beginning) })
          try FileManager.default.copyItem(
            atPath: "\(samples)/\(name)/\(dump)", toPath: "\(root)/dumps/\(name)@\(dump)")
          let use = try #require(lines.first { $0.contains("use:") })
          adapters.append(
            "  - match: \"\(name)@*\"\n\(use)\n"
              + parameters.replacing("vendor: nordlicht", with: "vendor: \(vendor)")
              .replacing("vendor: NordlichtHelp", with: "vendor: \(vendor)")
              .replacing(#/([A-Za-z_-]+\.(jsonl|csv))\b/#) { "\(name)/\($0.output.1)" } + "\n")
        }
      }
      let head = "as_of: \(day)T00:00:00Z\n"
      night.folder.write("\(head)adapters:\n\(adapters.joined())", to: "config.yaml")
      return try night.run("\(root)/dumps", config: "\(root)/config.yaml")
    }

    /// The reconciliation with a preset, line by line.
    func table(_ preset: String) throws -> [[String]] {
      lock.lock()
      defer { lock.unlock() }
      if let known = tables[preset] { return known }
      let result = try Command.run(
        "requite-score reconcile --preset \(preset) --out Warehouse --format csv", in: night.folder.path)
      #expect(result.code == 0, "\(result.errors)")
      let lines = result.output.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      tables[preset] = lines
      return lines
    }

    /// Requite's value of a figure of a vendor, and the product's; empty where there is none.
    func values(_ vendor: String, _ figure: String, _ preset: String) throws -> [String] {
      let steps = try table(preset).filter { $0[0] == vendor && $0[1] == figure }
      return [steps.first?[4], steps.last?[4]].compactMap { $0 }
    }
  }

  @Test func aNightReadsAllLayoutsAtOnce() throws {
    for nights in [Nights.spring, Nights.autumn2017] {
      let result = try nights.result.get()
      #expect(result.code == 0, "\(result.errors)")
    }
  }

  @Test(arguments: [
    ("zendesk-tickets@tickets.jsonl", 5, 3, 2, 0, 0), ("zendesk-comments@comments.jsonl", 4, 4, 0, 0, 0),
    ("amazon-connect@connect.jsonl", 3, 2, 1, 0, 0), ("front-csv@front.csv", 6, 4, 2, 0, 0),
    ("chatwoot-csat@csat.csv", 2, 2, 0, 0, 0), ("qualtrics-jsonl@qualtrics.jsonl", 3, 2, 0, 1, 0),
    ("x-archive@tweets.js", 3, 2, 0, 1, 0), ("limesurvey-csv@limesurvey.csv", 3, 2, 0, 0, 1),
    ("qualtrics-csv@qualtrics.csv", 3, 3, 0, 0, 0), ("freshdesk-csv@freshdesk.csv", 6, 6, 0, 0, 0),
  ])
  func everyRowIsAccountedFor(
    _ dump: String, _ read: Int, _ accepted: Int, _ duplicates: Int, _ filtered: Int, _ quarantined: Int
  ) throws {
    let manifest = try Nights.spring.night.manifest(dump)
    let counts = ["read", "accepted", "duplicates", "filtered", "quarantined"].map { manifest[$0] as? Int }
    #expect(counts == [read, accepted, duplicates, filtered, quarantined])
  }

  /// The first human answer: robots, internal notes, due dates and targets are none.
  @Test(arguments: [
    ("zendesk", "1500", "1500"), ("intercom", "1500", "1500"), ("freshdesk-api", "1500", "1500"),
    ("front", "1500", "1500"), ("chatwoot", "1500", "1500"), ("gorgias", "1501", "1501"),
    // 25 min; never; 2 h 40 min across the night of the clock change, by a resolution that Zendesk would not count.
    ("freshdesk", "9600", "1500"),
    // 25 min; four days, by closing; never.
    ("salesforce", "345600", "1500"),
    // 45 s; a callback the next morning; both are answers by telephone.
    ("asterisk-cdr", "45", "41422.50"), ("asterisk-queue", "45", "45"),
    // The callback that was promised is no message.
    ("connect", "82809", ""),
  ])
  func theFirstAnswer(_ vendor: String, _ ours: String, _ theirs: String) throws {
    #expect(try Nights.spring.values(vendor, "first_reply_seconds", "zendesk") == [ours, theirs])
  }

  @Test func theFirstAnswersOf2017() throws {
    #expect(try Nights.autumn2017.values("twitter", "first_reply_seconds", "zendesk") == ["140", "140"])
    // Answers to posts that the archive does not hold, and a post that answers nobody.
    #expect(try Nights.autumn2017.values("x-archive", "first_reply_seconds", "zendesk") == ["", ""])
  }

  /// Taken up again after the resolution: by Requite, by the product, and by its dbt package where that differs.
  @Test func reopenings() throws {
    let nights = Nights.spring
    #expect(try nights.values("zendesk", "reopens", "zendesk") == ["1", "1"])
    #expect(try nights.values("zendesk", "reopens", "dbt-zendesk") == ["1", "0"])
    #expect(try nights.values("intercom", "reopens", "dbt-intercom") == ["1", "0"])
    #expect(try nights.values("salesforce", "reopens", "zendesk") == ["1", "1"])
    #expect(try nights.values("front", "reopens", "zendesk") == ["0", "0"])
  }

  /// Scores, and what those who gave none do to another product's.
  @Test(arguments: [
    ("qualtrics-csv", "0", "0"), ("qualtrics-jsonl", "100", "50"), ("surveymonkey", "0", "0"),
    ("typeform-csv", "0", "0"), ("typeform-jsonl", "0", "0"), ("delighted", "-50", "-50"),
    ("limesurvey", "100", "100"), ("formbricks", "0", "0"), ("googleforms", "0", "0"),
  ])
  func scores(_ vendor: String, _ ours: String, _ theirs: String) throws {
    #expect(try Nights.spring.values(vendor, "nps", "formbricks") == [ours, theirs])
  }
}
