import ArgumentParser
import RequiteCommand
import RequiteModel
import RequiteSamples

/// Makes a set of nightly dumps.
struct Nights: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes nights of survey and interaction dumps.",
    discussion: "The same options give the same dumps on every machine. More nights extend a set; nothing else does.")

  @Option(help: "The directory for the dumps; made where missing.") var out: String
  @Option(help: "Where chance begins.") var seed: UInt64 = 1
  @Option(help: "How many nights.") var nights = 30
  @Option(help: "The day of the first night, as 2026-03-01.", transform: CivilDate.init(argument:))
  var first = SampleOptions().first
  @Option(help: "How many vendors, at most 10000.") var vendors = 3
  @Option(help: "How many customers, over all vendors.") var customers = 1500
  @Option(help: "Rows a night, about: a quarter surveys, the rest interactions.") var rowsPerNight = 900
  @Option(help: "csv, jsonl, or mixed: every seventh night as JSON lines.") var format = SampleFormat.csv
  @Flag(help: "Leave the dumps uncompressed.") var plain = false
  @Option(help: "How hard gzip tries, 1 to 9.") var level = 9

  func validate() throws {
    guard nights >= 0, nights <= 3660 else { throw ValidationError("--nights is a number from 0 to 3660.") }
    guard (1...10_000).contains(vendors) else { throw ValidationError("--vendors is a number from 1 to 10000.") }
    guard (1...1_000_000_000).contains(customers) else {
      throw ValidationError("--customers is a number from 1 to 1000000000.")
    }
    guard (4...20_000_000).contains(rowsPerNight) else {
      throw ValidationError("--rows-per-night is a number from 4 to 20000000.")
    }
    guard (1...9).contains(level) else { throw ValidationError("--level is a number from 1 to 9.") }
  }

  func run() {
    CommandRunner.run(stage: "requite-sample") {
      try Directory.create(out)
      for night in SampleNights(options) {
        for dump in night.dumps { try AtomicFile.writeIfChanged(dump.file(packing), to: out) }
      }
      return .done
    }
  }

  private var packing: Packing { plain ? .plain : .gzip(level: level) }

  private var options: SampleOptions {
    var options = SampleOptions()
    options.seed = seed
    options.nights = nights
    options.first = first
    options.vendors = vendors
    options.customers = customers
    options.rowsPerNight = rowsPerNight
    options.format = format
    return options
  }
}

extension SampleFormat: ExpressibleByArgument {}

extension CivilDate {
  /// Reads `2026-03-01`.
  fileprivate init(argument: String) throws {
    guard let midnight = Instant(rfc3339: argument + "T00:00:00Z"), midnight.seconds >= 0 else {
      throw ValidationError("\(argument) is not a day such as 2026-03-01.")
    }
    self.init(daysSince1970: midnight.seconds / 86_400)
  }
}
