import RequiteFormats
import RequiteModel

extension Settings {
  /// The coordinate that a key of the settings belongs to, as the key stands in plans and manifests.
  public static func coordinate(ofKey key: String) -> Coordinate {
    switch key {
    case "as_of", "survey_window", "event_window": .period
    case "method": .method
    default: .configuration
    }
  }

  /// The settings that make up one coordinate, by key; none for knowledge.
  public func members(of coordinate: Coordinate) -> [String: JSONValue] {
    (json.object ?? [:]).filter { Settings.coordinate(ofKey: $0.key) == coordinate }
  }

  /// SHA-256 of the settings of one coordinate in canonical form, in hexadecimal: equal where they are equal.
  public func digest(of coordinate: Coordinate) -> String {
    SHA256Digest.hex(of: JSONValue.object(members(of: coordinate)).canonical())
  }

  /// These settings with the period of others: their `as_of` and windows.
  public func withPeriod(of other: Settings) -> Settings {
    var settings = self
    settings.asOf = other.asOf
    settings.surveyWindow = other.surveyWindow
    settings.eventWindow = other.eventWindow
    return settings
  }

  /// Reads settings from the bytes of a file that holds nothing else, as `json` writes them.
  public init(document bytes: [UInt8], name: String) throws(DocumentFailure) {
    try self.init(JSONFields(parsing: bytes, document: name), name)
  }
}
