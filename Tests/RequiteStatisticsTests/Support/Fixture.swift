import Foundation

/// The files in `Fixtures`, copies of the reference data of METHODS.
enum Fixture {
  /// The bytes of a fixture, found beside this source file.
  static func data(_ name: String) throws -> Data {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try Data(contentsOf: tests.appending(path: "Fixtures").appending(path: name))
  }

  /// The rows of a CSV fixture, by column name.
  ///
  /// The fixtures have neither quotes nor commas inside fields.
  static func rows(_ name: String) throws -> [[String: String]] {
    rows(of: String(decoding: try data(name), as: UTF8.self))
  }

  /// The rows of plain CSV text, by column name.
  static func rows(of text: String) -> [[String: String]] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// A decimal number as micro-units: `3.333333` is 3,333,333.
  ///
  /// At most six decimals.
  static func micro(_ text: String) -> Int128? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int128(parts[0]) else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard decimals.count <= 6 else { return nil }
    let padded = decimals + String(repeating: "0", count: 6 - decimals.count)
    return Int128(padded).map { whole * 1_000_000 + $0 }
  }
}
