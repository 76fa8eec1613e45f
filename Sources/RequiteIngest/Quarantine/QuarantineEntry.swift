/// A row that was set aside: where it stands in the dump and which rule it broke, never what is in it.
public struct QuarantineEntry: Hashable, Sendable {
  /// The physical line of its first byte, from 1.
  public var line: Int
  /// The place of its first byte in the uncompressed dump, from 0.
  public var byteOffset: Int
  /// Its bytes, without the line end.
  public var byteLength: Int
  /// The name of the rule.
  public var rule: String
  /// The column the rule is about; empty for the structure of a row.
  public var field: String

  /// The header of a quarantine file.
  public static let header = "line,byte_offset,byte_length,rule,field\n"

  /// A line of a quarantine file.
  ///
  /// No part needs quoting: rules and known columns are plain words, and the name of a configured attribute is
  /// checked when the configuration is read.
  public var text: String {
    "\(line),\(byteOffset),\(byteLength),\(rule),\(field)\n"
  }
}
