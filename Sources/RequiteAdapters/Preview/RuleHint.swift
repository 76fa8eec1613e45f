import RequiteIngest
import RequiteModel

/// What to do about a row that broke a rule.
struct RuleHint {
  private let breach: Breach

  init(_ breach: Breach) {
    self.breach = breach
  }

  /// A sentence without its full stop.
  var text: String {
    switch breach.rule {
    case "adapter.unmapped": "the map does not list what stands there; add the word, or \"*\" for the rest"
    case "adapter.time": "not written as the adapter says, or without a zone, or a time that the clock skipped"
    case "adapter.lookup": "the side file has no such key"
    case "adapter.length": "not a length of time in the unit that the adapter says"
    case "adapter.reject": "the adapter says that such a row cannot be right"
    case "time.future": "more than 48 hours after the date of the dump"
    case "encoding.utf8": "bytes that mean nothing in the encoding; give the adapter another one"
    case "csv.field-count": "another number of fields than the header; pad: true takes shorter rows"
    case "csv.stray-quote": "a quote in the middle of a field; repair the export"
    case "row.too-long": "longer than a row may be"
    case "score.missing": "answered without a score: say so in status (no_score, partial), or leave the time empty"
    case "score.range": "outside the scale; perhaps the scale is another one"
    case "responded_at.before-invited": "answered before it was sent: one of the two times is another one"
    case "due_at.before-at": "due before it was promised"
    default: byEnding
    }
  }

  private var byEnding: String {
    let fault = breach.rule.split(separator: ".").last ?? ""
    return switch fault {
    case "empty": "nothing there, and it must not be empty; give it another source, or skip such rows"
    case "unknown": "not one of \(words.joined(separator: ", "))"
    case "format": format
    case "control": "control characters, which names cannot have"
    case "too-long": "longer than 512 bytes"
    case "too-many": "more different values than categories have"
    case "range": "outside what is allowed"
    default: breach.rule.hasPrefix("json.") ? "not one plain JSON object" : "see the rules in Pipelines/README.md"
    }
  }

  private var words: [String] {
    switch breach.field {
    case "status": ResponseStatus.allCases.map(\.rawValue)
    case "instrument": Instrument.allCases.map(\.rawValue)
    case "direction": Direction.allCases.map(\.rawValue)
    case "kind": EventKind.allCases.map(\.rawValue)
    case "acquired_by": Acquisition.allCases.map(\.rawValue)
    default: ["the words of that column"]
    }
  }

  private var format: String {
    switch breach.field {
    case "at", "responded_at", "invited_at", "due_at", "requested_at":
      "not RFC 3339 with a zone, nor Unix seconds; say how it is written, with time:"
    case "score": "not a whole number; then: [leading_integer] takes the one at the beginning"
    case "scale": "not lowest-highest such as 0-10"
    case "public": "not true or false; use a map"
    default: "not a number as that column wants it"
    }
  }
}
