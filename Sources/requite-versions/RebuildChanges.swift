import RequiteCommand
import RequiteDocuments
import RequiteModel

/// What is to be different from the version that a rebuild starts from.
struct RebuildChanges {
  var asOf: String?
  var period: String?
  var config: String?
  var method: String?

  /// Whether nothing is to be different.
  var isEmpty: Bool { asOf == nil && period == nil && config == nil && method == nil }

  /// The settings for the plan; `nil` where the configuration alone decides.
  ///
  /// - Throws: 64 for a time or period that cannot be read.
  func settings(from base: Settings) throws -> Settings? {
    var settings = base
    let moment = try asOf.map(RebuildChanges.moment)
    if config != nil, moment != nil, period == nil { return nil }
    if let method { settings.method = Method(recorded: method) }
    if let moment { settings.move(to: moment) }
    if let period { try settings.take(RebuildChanges.window(period), asOf: moment) }
    return settings
  }

  /// Makes sure that the ledgers hold the attributes that a changed configuration asks for.
  ///
  /// - Throws: 4, and names both.
  func requireAttributes(of base: Settings) throws {
    guard let config else { return }
    let configuration = try Configuration(contentsOf: config)
    let wanted = Settings.attributes(dimensions: configuration.dimensions, margins: configuration.marginNames)
    guard wanted != base.attributes else { return }
    let names = { (attributes: [String]) in attributes.map(\.escapedForMessages).joined(separator: ", ") }
    throw Failure(
      .notComparable,
      "the ledgers were read with the attributes \(names(base.attributes)), the configuration asks for \(names(wanted))",
      file: config,
      remedy: "Keep dimensions and margins as they were, or run a night with this file: it reads the dumps again.")
  }

  /// A moment, or the beginning of a day.
  private static func moment(_ text: String) throws -> Instant {
    guard let moment = Instant(rfc3339: text) ?? Instant(rfc3339: "\(text)T00:00:00Z") else {
      throw Failure(
        .usage, "\(text.escapedForMessages) is not a time",
        remedy: "Write a day, 2026-04-01, or a time with its zone, 2026-04-01T00:00:00Z.")
    }
    return moment
  }

  private static func window(_ text: String) throws -> Window {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2 else {
      throw Failure(
        .usage, "\(text.escapedForMessages) is not a period", remedy: "Write FROM..TO, such as 2026-01-01..2026-04-01.")
    }
    let window = Window(from: try moment(ends[0]), to: try moment(ends[1]))
    guard window.from < window.to else { throw Failure(.usage, "the period ends before it begins") }
    return window
  }
}

extension Settings {
  /// Moves `as_of`, and with it the windows that were worked out from it; windows given by hand stay.
  fileprivate mutating func move(to moment: Instant) {
    let distance = moment.seconds - asOf.seconds
    if surveyWindow.to == asOf { surveyWindow = surveyWindow.moved(by: distance) }
    if eventWindow.to.seconds == asOf.seconds - horizon { eventWindow = eventWindow.moved(by: distance) }
    asOf = moment
  }

  /// Takes another survey window, and the event window that belongs to it.
  fileprivate mutating func take(_ window: Window, asOf moment: Instant?) {
    asOf = moment ?? window.to
    surveyWindow = window
    let end = min(window.to.seconds, asOf.seconds - horizon)
    eventWindow = window.moved(by: end - window.to.seconds)
  }
}

extension Window {
  fileprivate func moved(by seconds: Int64) -> Window {
    Window(from: Instant(seconds: from.seconds + seconds), to: Instant(seconds: to.seconds + seconds))
  }
}
