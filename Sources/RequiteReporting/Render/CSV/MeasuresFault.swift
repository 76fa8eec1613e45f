/// What is wrong with a `measures.csv`, and where.
public struct MeasuresFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The row, counted from 1 with the header; a field with a line break makes rows and lines differ.
  public let row: Int
  /// What is wrong, in words; never quotes the file.
  public let message: String

  /// `row 3: 12 fields instead of 13`.
  public var description: String { "row \(row): \(message)" }
}
