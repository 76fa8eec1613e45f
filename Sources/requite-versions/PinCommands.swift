import ArgumentParser
import RequiteCommand
import RequitePublishing

/// `requite-versions pin`.
struct PinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "Gives a version a name; a pinned version is never collected.")

  @Argument(help: "The name, beginning with a letter, such as board-2026-07.")
  var name: String

  @Argument(help: "The version.")
  var version = "latest"

  @OptionGroup var options: StoreOptions

  func run() {
    CommandRunner.run(stage: "requite-versions") { try pin() }
  }

  private func pin() throws {
    let pinned = try options.store.resolve(version)
    try options.store.pin(name, to: pinned, now: .now())
    try VersionIndex(store: options.store).write()
    print("\(name) is \(pinned.id)")
  }
}

/// `requite-versions unpin`.
struct UnpinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpin", abstract: "Removes a pin; its version stays until a collection.")

  @Argument(help: "The name.")
  var name: String

  @OptionGroup var options: StoreOptions

  func run() {
    CommandRunner.run(stage: "requite-versions") { try unpin() }
  }

  private func unpin() throws {
    let pin = try options.store.unpin(name, now: .now())
    try VersionIndex(store: options.store).write()
    print("\(pin.name) was \(pin.id)")
  }
}

/// `requite-versions pins`.
struct PinsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "pins", abstract: "Lists the pins.")

  @OptionGroup var options: StoreOptions

  func run() {
    CommandRunner.run(stage: "requite-versions") {
      print(TextTable.text(try options.store.pins().map { [$0.name, $0.id] }), terminator: "")
    }
  }
}
