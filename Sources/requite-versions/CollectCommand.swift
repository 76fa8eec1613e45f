import ArgumentParser
import RequiteCommand

/// `requite-versions gc`.
struct CollectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gc",
    abstract: "Tells which versions and objects nothing keeps any more; removes them with --apply.",
    discussion: """
      Kept are all versions of KEEP-DAYS days, then the last of each week for KEEP-WEEKS weeks, the last of each month for \
      ever, pinned ones, the latest, and whatever a kept version is compared with. Ages count from publication; weeks and \
      months are those of the period's last day. Objects (ledgers, plans, states) stay as long as a version that is kept \
      with them names them.
      """)

  @OptionGroup var options: StoreOptions

  @Option(help: "How many days every version stays.")
  var keepDays: Int64 = Retention().days

  @Option(help: "How many weeks the last version of each week stays.")
  var keepWeeks: Int64 = Retention().weeks

  @Option(
    help: ArgumentHelp(
      "How many days the objects of a version stay; without it as long as the version.",
      discussion: "Without its objects a version can neither be rebuilt nor be explained row by row."))
  var heavyDays: Int64?

  @Option(help: "How many hours old an object that no version names must be to go.")
  var graceHours: Int64 = 24

  @Flag(help: "Remove it.")
  var apply = false

  func validate() throws {
    for days in [keepDays, keepWeeks, heavyDays ?? 0, graceHours] where !(0...100_000).contains(days) {
      throw ValidationError("Days, weeks and hours are between 0 and 100000.")
    }
  }

  func run() {
    CommandRunner.run(stage: "requite-versions") { try collect() }
  }

  private func collect() throws {
    var retention = Retention()
    retention.days = keepDays
    retention.weeks = keepWeeks
    retention.heavyDays = heavyDays
    let rule = VersionStore.CollectionRule(retention: retention, graceHours: graceHours, applies: apply)
    try CollectionStage(store: options.store, rule: rule).run(now: .now())
  }
}
