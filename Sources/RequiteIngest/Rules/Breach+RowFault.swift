import RequiteFormats

extension Breach {
  /// A broken structure, as the reader of rows found it, in a column where it is about one.
  init(_ fault: RowFault, column: String?) {
    self.init(rule: fault.rule, field: Layout.isKnown(column) ? column ?? "" : "")
  }
}
