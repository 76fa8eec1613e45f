import RequiteFormats

/// Finds the fields that an adapter names in a source, and numbers those that are used.
struct SourceNames {
  private let header: [String]
  private let folded: [String]
  private let aliases: [String: [String]]
  private let isJSON: Bool
  private var places: [Int?] = []
  private var paths: [JSONPath] = []
  private var numbers: [String: Int] = [:]

  /// - Parameters:
  ///   - header: the names of the columns; means nothing for JSON.
  ///   - aliases: names for columns that are spelled in several ways.
  init(header: [String], aliases: [String: [String]], isJSON: Bool) {
    self.header = header
    self.aliases = aliases
    self.isJSON = isJSON
    folded = header.map(SourceNames.folded)
  }

  /// The number by which rows give a field.
  ///
  /// With `takesAny` arrays and objects are given too, as they are written.
  ///
  /// - Throws: `LayoutFailure` for a column that is not there, or there twice.
  mutating func place(of name: FieldName, takesAny: Bool) throws -> Int {
    let key = takesAny ? name.name + "\0" : name.name
    if let known = numbers[key] { return known }
    if isJSON {
      paths.append(JSONPath(name.keys, takesAny: takesAny))
    } else {
      places.append(try column(of: name))
    }
    numbers[key] = numbers.count
    return numbers.count - 1
  }

  /// Tells the reader which fields are used.
  func want(in reader: inout RowReader) {
    if isJSON { reader.want(paths: paths) } else { reader.want(columns: places) }
  }

  /// The columns that are not used, in their order; none for JSON.
  var unused: [String] {
    isJSON ? [] : header.indices.filter { !places.contains($0) && !header[$0].isEmpty }.map { header[$0] }
  }

  private func column(of name: FieldName) throws -> Int? {
    if name.name.isEmpty { return nil }
    let matches =
      if let spellings = aliases[name.name] {
        matches(spellings)
      } else {
        matches(exactly: name.name)
      }
    guard let first = matches.first else {
      if name.isOptional { return nil }
      throw LayoutFailure(.missingColumns([shown(name)], nearest: []))
    }
    guard matches.count == 1 else {
      throw LayoutFailure(.duplicateColumn(name: name.name, first: first + 1, second: matches[1] + 1))
    }
    return first
  }

  private func shown(_ name: FieldName) -> String {
    aliases[name.name].map { "\(name.name) (\($0.joined(separator: " or ")))" } ?? name.name
  }

  /// The columns with a name: byte by byte, or if there is none, apart from case, spaces and marks between words.
  private func matches(exactly name: String) -> [Int] {
    let exact = header.indices.filter { header[$0].utf8.elementsEqual(name.utf8) }
    guard exact.isEmpty else { return exact }
    let wanted = SourceNames.folded(name)
    return header.indices.filter { folded[$0] == wanted }
  }

  /// The columns with the first spelling that any has.
  private func matches(_ spellings: [String]) -> [Int] {
    for spelling in spellings {
      let pattern = LikePattern(SourceNames.folded(spelling))
      let found = header.indices.filter { pattern.matches(folded[$0]) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// A name without what differs between versions of an export: case, spaces, line breaks, `_`, `-` and `.`.
  private static func folded(_ name: String) -> String {
    let marks: Set<Unicode.Scalar> = ["_", "-", "."]
    let kept = name.unicodeScalars.filter { scalar in
      !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint && !marks.contains(scalar)
    }
    return kept.map(\.properties.lowercaseMapping).joined()
  }
}
