import RequiteFormats

/// A source and the adapter at work on it.
struct AdaptedText {
  let text: SourceText
  let adaptation: Adaptation
}

extension Adapter {
  /// Compiles this adapter for the dump whose header `reader` has read, and tells it which fields are needed.
  func adaptation(
    for reader: inout RowReader, fields: FieldMap, attributes: [String], dump: String, zoneFolder: String
  ) throws -> Adaptation {
    var compiler = AdapterCompiler(self, header: reader.header, dump: dump, zoneFolder: zoneFolder)
    let program = try compiler.compile(fields: fields.wanted, attributes: Set(attributes))
    compiler.names.want(in: &reader)
    return Adaptation(program)
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
