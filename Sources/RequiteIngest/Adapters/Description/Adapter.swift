import RequiteModel

/// How the dumps of one source are read: which of their fields become which canonical columns.
///
/// A plain value, as an adapter file states it with its parameters filled in. Nothing here is tied to a particular dump;
/// an `Adaptation` is, which is compiled from this and a header.
package struct Adapter: Hashable, Sendable {
  /// What the file is called, without its ending.
  package var name = ""
  /// What its dumps hold.
  package var kind = DumpKind.interactions
  /// How the text is laid out.
  package var source = SourceLayout()
  /// The zone of times that state none, and what a clock that is put forward or back means.
  package var clock = ClockSetting()
  /// Names for columns that are called differently from export to export: each with spellings, `*` for any text.
  package var columns: [String: [String]] = [:]
  /// Side files in which values are looked up.
  package var lookups: [String: Lookup] = [:]
  /// Values that are used more than once, by name.
  package var values: [String: AdapterValue] = [:]
  /// Rows left out on purpose: those for which one of these holds.
  package var skipped: [AdapterCondition] = []
  /// Rows that cannot be right: those for which one of these holds.
  package var rejected: [AdapterCondition] = []
  /// What one row of the source becomes: one or several canonical rows.
  package var rows: [AdaptedRow] = []
  /// What identifies this adapter with its parameters and side files, for the digest that tells whether a ledger was
  /// read as it would be read now.
  package var identity = ""

  /// Creates an adapter that makes nothing yet.
  package init() {}

  /// The columns a canonical row of this kind may have, in the order of the documentation.
  package static func fields(of kind: DumpKind) -> [String] {
    let layout = Layout(of: kind)
    return (layout.read + layout.ignored).map(\.rawValue)
  }

  /// Those of them that are read; the others are known and left alone.
  package static func readFields(of kind: DumpKind) -> [String] {
    Layout(of: kind).read.map(\.rawValue)
  }

  /// Those of them without which a dump is refused.
  package static func requiredFields(of kind: DumpKind) -> [String] {
    Layout(of: kind).required.map(\.rawValue)
  }
}

/// A canonical row that an adapter makes of a row of the source.
package struct AdaptedRow: Hashable, Sendable {
  /// When it is made; `nil` for always.
  package var condition: AdapterCondition?
  /// The array of which every element makes such a row, and the name by which the element goes.
  package var each: Each?
  /// The value of each column and attribute that is given.
  package var fields: [String: AdapterValue] = [:]

  /// An array and the name of its elements.
  package struct Each: Hashable, Sendable {
    /// The path of the array.
    package var path: [String]
    /// What an element is called.
    package var name: String

    /// Creates one.
    package init(path: [String], name: String) {
      self.path = path
      self.name = name
    }
  }

  /// Creates a row without fields.
  package init() {}
}
