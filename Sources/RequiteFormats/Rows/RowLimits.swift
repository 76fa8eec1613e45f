/// How long things in a dump may be.
///
/// They bound the memory that untrusted input can cost.
public struct RowLimits: Sendable {
  /// Bytes of a row, without its line end.
  public var record = 1024 * 1024
  /// Bytes of a field as it is written, its quotes included.
  public var field = 256 * 1024
  /// Columns of a header.
  public var columns = 1024

  /// The limits that hold unless others are given: rows of 1 MiB, fields of 256 KiB, 1,024 columns.
  public init() {}
}
