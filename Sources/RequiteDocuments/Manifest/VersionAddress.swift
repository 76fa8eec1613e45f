import RequiteFormats
import RequiteModel

/// What makes a version the version it is: which facts, which period, configuration and method, and what came out.
///
/// No clock, host, path, key or division into dumps enters it, so the same facts get the same address anywhere.
public struct VersionAddress: Hashable, Sendable {
  /// The digest of the facts, free of order and key.
  public var facts: Hash128
  /// The resolved settings: period, configuration, method.
  public var settings: Settings
  /// SHA-256 of `measures.csv`.
  public var measures: String

  /// Creates an address.
  public init(facts: Hash128, settings: Settings, measures: String) {
    self.facts = facts
    self.settings = settings
    self.measures = measures
  }

  /// SHA-256 of all of it in canonical form, in hexadecimal.
  public var digest: String {
    SHA256Digest.hex(of: json.canonical())
  }

  /// The version's name: the last day of the period, then the first twelve digits of the address.
  public var id: String {
    let lastDay = CivilDate(daysSince1970: (settings.asOf.seconds - 1) / 86_400)
    return "\(lastDay)-\(digest.prefix(12))"
  }

  /// The digest of the facts, as 32 hexadecimal digits.
  public var factsText: String { Hex.text(of: facts.high) + Hex.text(of: facts.low) }

  var json: JSONValue {
    .object([
      "schema": "requite.address/1",
      "facts": .string(factsText),
      "settings": settings.json,
      "measures": .string(measures),
    ])
  }
}
