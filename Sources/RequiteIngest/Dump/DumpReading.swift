import RequiteModel

/// What reading one dump came to, before duplicates are known.
public struct DumpReading: Sendable {
  /// Physical lines, header and blank ones included.
  public var lines: Int64 = 0
  /// Rows found.
  public var read: Int64 = 0
  /// Rows left out on purpose.
  public var filtered: Int64 = 0
  /// Rows that broke a rule.
  public var quarantined: Int64 = 0
  /// Rows by the rule that set them aside or left them out.
  public var rules: [String: Int64] = [:]
  /// Bytes of the content, uncompressed.
  public var bytes: Int64 = 0
  /// SHA-256 of the file as it lies on the disk, in hexadecimal.
  public var sha256 = ""
  /// Columns that are neither in the layout nor wanted as attributes, by bytes: their content was not read.
  public var unknownColumns: [String] = []
  /// What the codes of the rows mean.
  public var dictionaries = RowDictionaries()
  /// Why nothing of the dump counts; `nil` when it does.
  public var refusal: Refusal?
  /// Whether the file changed while it was read: somebody is still writing it.
  public var isStillGrowing = false

  /// Creates an empty reading.
  public init() {}
}
