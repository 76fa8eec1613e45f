/// How the rows of a CSV text are arranged: where the names stand, and what around the rows is no data.
///
/// The canonical layout is the plainest of these: one row of names, nothing else.
public struct CSVShape: Hashable, Sendable {
  /// A text that must stand in one of the rows before the data, so that a file of another arrangement is refused.
  public struct Mark: Hashable, Sendable {
    /// The row, from 1; blank lines do not count.
    public var row: Int
    /// The text, anywhere in it.
    public var text: String

    /// Creates a mark.
    public init(row: Int, text: String) {
      self.row = row
      self.text = text
    }
  }

  /// The character between fields.
  public var separator: Separator
  /// The row with the names, from 1, blank lines not counted; 0 where no row has them and `names` are given instead.
  ///
  /// What comes before it is passed over.
  public var headerRow = 1
  /// The names of the columns, where no row has them.
  public var names: [String] = []
  /// How many rows behind the header are no data.
  public var droppedRows = 0
  /// What must stand before the data.
  public var mark: Mark?
  /// Whether rows may have fewer fields than there are columns, or empty ones beyond the last.
  public var padsRows = false
  /// How a row begins that ends the data, such as a line of totals.
  ///
  /// Only a row with another number of fields than the header is taken for it.
  public var footer: String?
  /// Whether names may hold line breaks and come twice, as questions of surveys do.
  ///
  /// Who chooses columns by name must then see to it that the name is there once.
  public var takesAnyNames = false

  /// Creates the plainest shape.
  public init(separator: Separator) {
    self.separator = separator
  }

  /// The number of rows before the data.
  var leadingRows: Int { headerRow + droppedRows }
}
