import RequiteFormats

/// A source and the adapter at work on it.
struct AdaptedText {
  let text: SourceText
  let adaptation: Adaptation
  /// Columns of the source that the adapter makes no use of.
  let unusedColumns: [String]

  /// Compiles the adapter for the dump whose header `reader` has read, and tells it which fields are needed.
  init(
    _ text: SourceText, _ adapter: Adapter, _ reader: inout RowReader, fields: FieldMap, attributes: [String],
    zoneFolder: String
  ) throws {
    self.text = text
    var compiler = AdapterCompiler(
      adapter, header: reader.header, dump: text.file.file.path, zoneFolder: zoneFolder)
    adaptation = Adaptation(try compiler.compile(fields: fields.wanted, attributes: Set(attributes)))
    compiler.names.want(in: &reader)
    unusedColumns = compiler.names.unused
  }
}

extension SourceLayout {
  /// The canonical layout.
  init(canonical format: DumpName.Format) {
    rows =
      switch format {
      case .csv: .csv(CSVShape(separator: .comma))
      case .jsonl: .jsonLines
      }
  }
}
