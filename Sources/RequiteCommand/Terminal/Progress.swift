import Glibc
import RequiteFormats

/// Tells on standard error how far a stage has come.
///
/// On a terminal one line with a bar is rewritten, at most four times a second, by one process at a time; elsewhere, as
/// in a night's log, each finished step is one plain line and there is nothing in between.
///
///     let progress = Progress(stage: "requite-ingest")
///     progress.begin("3 dumps", total: 1_200_000, unit: .bytes)
///     progress.advance(by: 65_536)
///     progress.finish("12000 rows")
///
/// Belongs to one thread at a time. Step names are escaped; no other text of a dump may be given to it.
public final class Progress {
  /// What is counted.
  public enum Unit: Sendable {
    /// Bytes, shown as kB, MB or GB.
    case bytes
    /// Anything else, by its plural: `rows`, `buckets`.
    case items(String)
  }

  private let stage: String
  private let terminal: Terminal
  private let clock: () -> Duration
  private let write: (String) -> Void
  private let line: LiveLine?
  private var step: ProgressStep?
  private var lastShown: Duration?

  /// How long a shown line stays.
  private static let interval = Duration.milliseconds(250)

  /// Reports on standard error, by the clock of this machine.
  public convenience init(stage: String) {
    let start = ContinuousClock.now
    self.init(
      stage: stage, terminal: .error, clock: { ContinuousClock.now - start }, write: StandardDescriptors.writeError,
      line: Terminal.error.isInteractive ? LiveLine(of: STDERR_FILENO) : nil)
  }

  /// Reports to `write`, by `clock`, which counts from any fixed moment.
  public convenience init(
    stage: String, terminal: Terminal, clock: @escaping () -> Duration, write: @escaping (String) -> Void
  ) {
    self.init(stage: stage, terminal: terminal, clock: clock, write: write, line: nil)
  }

  private init(
    stage: String, terminal: Terminal, clock: @escaping () -> Duration, write: @escaping (String) -> Void,
    line: LiveLine?
  ) {
    self.line = line
    self.stage = stage
    self.terminal = terminal
    self.clock = clock
    self.write = write
  }

  /// Begins a step.
  ///
  /// - Parameters:
  ///   - name: what is done, for the line that is shown.
  ///   - total: how much there is to do; `nil` when nobody knows, and then no share and no time left is shown.
  ///   - unit: what is counted.
  public func begin(_ name: String, total: Int64? = nil, unit: Unit = .bytes) {
    step = ProgressStep(name: name.escapedForMessages, total: total, unit: unit, began: clock())
    lastShown = nil
    show()
  }

  /// Counts more as done.
  public func advance(by count: Int64) {
    step?.done += count
    show()
  }

  /// Sets how much is done.
  public func update(to count: Int64) {
    step?.done = count
    show()
  }

  /// Ends the step with its one lasting line.
  ///
  /// - Parameter summary: what came of it, such as `12000 rows, 3 quarantined`.
  public func finish(_ summary: String) {
    guard let step else { return }
    note("\(step.name): \(summary), \(ProgressStep.seconds(clock() - step.began))")
    self.step = nil
    line?.release()
  }

  /// Writes a line that stays, and goes on.
  ///
  /// - Parameter text: of a dump, at most its name, escaped.
  public func note(_ text: String) {
    write(terminal.isInteractive ? "\r\u{1B}[K\(stage): \(text)\n" : "\(stage): \(text)\n")
  }

  private func show() {
    guard terminal.isInteractive, let step else { return }
    let now = clock()
    if let lastShown, now - lastShown < Progress.interval { return }
    lastShown = now
    guard line?.claim() ?? true else { return }
    // The last column stays free: writing there makes some terminals begin a new line.
    let room = max(0, terminal.width - 1)
    let text = "\(stage): " + step.line(at: now, room: room - stage.count - 2)
    write("\r\u{1B}[K" + String(text.prefix(room)))
  }
}
