import RequiteFormats
import RequiteModel

extension VersionManifest {
  /// SHA-256 of the list of dumps with their counts, in canonical form, in hexadecimal.
  ///
  /// Free of key and host: the same dumps have the same digest anywhere. The same facts in other dumps are the same version
  /// with another list.
  public var dumpsDigest: String {
    SHA256Digest.hex(of: JSONValue.array(dumps.map(\.json)).canonical())
  }

  /// The four coordinates, each with a digest that tells at a glance whether two versions share it.
  var coordinates: JSONValue {
    [
      "knowledge": ["facts": .string(address.factsText), "dumps": .string(dumpsDigest)],
      "period": member(.period, with: address.settings.members(of: .period)),
      "configuration": member(.configuration),
      "method": member(.method, with: ["version": .string(address.settings.method.version)]),
    ]
  }

  private func member(_ coordinate: Coordinate, with fields: [String: JSONValue] = [:]) -> JSONValue {
    .object(fields.merging(["digest": .string(address.settings.digest(of: coordinate))]) { $1 })
  }
}
