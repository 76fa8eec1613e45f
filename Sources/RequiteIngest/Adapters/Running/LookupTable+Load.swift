import RequiteFormats

extension LookupTable {
  /// Reads the side file at `path`, or wherever `lookup` says, and keeps of each row what stands in `columns`.
  ///
  /// - Throws: `Refusal` for a file that cannot be used, since without it no row of the dump can be.
  convenience init(_ lookup: Lookup, named name: String, columns: [FieldName], dump: String) throws {
    self.init(columns: columns.count)
    let path = lookup.path ?? dump
    do {
      try load(path, lookup, columns)
    } catch let failure as ContainerFailure {
      throw Refusal(sideFile: name, code: failure.code, message: failure.message)
    } catch let failure as LayoutFailure {
      throw Refusal(sideFile: name, code: failure.code, message: failure.message)
    } catch let failure as FileFailure where failure.isMissing {
      throw Refusal(sideFile: name, code: "missing", message: "there is no such file")
    }
    finish()
  }

  private func load(_ path: String, _ lookup: Lookup, _ columns: [FieldName]) throws {
    let text = try SourceText(path: path, layout: lookup.source)
    var reader = try RowReader(text.stream, format: lookup.source.format)
    var names = SourceNames(header: reader.header, aliases: [:], isJSON: lookup.source.isJSON)
    let wanted = try ([lookup.key] + columns).map { try names.place(of: $0, takesAny: false) }
    names.want(in: &reader)
    while let row = try reader.next() {
      guard row.fault == nil else { continue }
      add(key: row.field(wanted[0])) { row.field(wanted[$0 + 1]) }
    }
  }
}

extension Refusal {
  /// A side file of an adapter cannot be used.
  init(sideFile name: String, code: String, message: String) {
    self.init(code: "side-file", message: "the side file \(name) cannot be used, \(code): \(message)")
  }
}
