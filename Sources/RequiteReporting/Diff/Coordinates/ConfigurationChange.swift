import RequiteFormats
import RequiteModel

/// A setting that differs between two versions, under the key that the user writes.
public struct ConfigurationChange: Hashable, Sendable {
  /// The key, for example `targets_seconds.chat`.
  public let key: String
  /// The earlier value as text; `nil` where the key stands in the later version only.
  public let before: String?
  /// The later value as text; `nil` where the key stands in the earlier version only.
  public let after: String?

  /// The settings that differ, by their keys' bytes; period and method are coordinates of their own.
  static func between(_ before: Settings, _ after: Settings) -> [ConfigurationChange] {
    let (old, new) = (values(of: before), values(of: after))
    let keys = Set(old.keys).union(new.keys).sorted { $0.byteOrder(to: $1) < 0 }
    return keys.filter { old[$0] != new[$0] }.map { .init(key: $0, before: old[$0], after: new[$0]) }
  }

  /// `floor: 0.01 -> 0.02`.
  var text: String {
    "\(VisibleText.of(key)): \(VisibleText.of(before ?? "not set")) -> \(VisibleText.of(after ?? "not set"))"
  }
}

extension ConfigurationChange {
  private static let otherCoordinates: Set = ["method", "as_of", "window", "event_window"]

  private static func values(of settings: Settings) -> [String: String] {
    var values: [String: String] = [:]
    for (key, value) in SettingsJSON.value(of: settings).object ?? [:] where !otherCoordinates.contains(key) {
      collect(value, under: key, into: &values)
    }
    return values
  }

  /// Walks down to the values; an empty mapping is none.
  private static func collect(_ value: JSONValue, under key: String, into values: inout [String: String]) {
    guard let members = value.object else {
      let (name, text) = asWritten(key, value)
      values[name] = text
      return
    }
    for (name, member) in members { collect(member, under: "\(key).\(name)", into: &values) }
  }

  /// Lengths that the configuration gives in days are held in seconds.
  private static func asWritten(_ key: String, _ value: JSONValue) -> (String, String) {
    let days = ["horizon_seconds": "horizon_days", "followup_seconds": "followup_days"]
      .merging(["curve_cap_seconds": "curve_cap_days"]) { $1 }
    if let name = days[key], let seconds = value.integer, seconds.isMultiple(of: 86_400) {
      return (name, String(seconds / 86_400))
    }
    return (key, text(value))
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .decimal(let text): shortened(text)
    case .array(let elements): "[" + elements.map(text).joined(separator: ", ") + "]"
    default: String(decoding: value.canonical(), as: UTF8.self)
    }
  }

  /// Without the zeros that only fill up the decimals.
  private static func shortened(_ decimal: String) -> String {
    guard decimal.contains(".") else { return decimal }
    let digits = String(decimal.reversed().drop { $0 == "0" }.reversed())
    return digits.hasSuffix(".") ? String(digits.dropLast()) : digits
  }
}
