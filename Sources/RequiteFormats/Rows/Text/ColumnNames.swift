/// The names of a dump's columns, in their order.
struct ColumnNames {
  let names: [String]

  /// The index of the column with exactly this name, byte by byte.
  func index(of name: String) -> Int? {
    names.firstIndex { $0.utf8.elementsEqual(name.utf8) }
  }

  /// Those of `required` that are not there.
  func missing(from required: [String]) -> [String] {
    required.filter { index(of: $0) == nil }
  }

  /// Those that are not in `wanted`, in their order.
  ///
  /// Columns without a name are left out.
  func unwanted(_ wanted: [String]) -> [String] {
    names.filter { name in
      !name.isEmpty && !wanted.contains { $0.utf8.elementsEqual(name.utf8) }
    }
  }

  /// A name that differs from `name` only in case, spaces, marks between words or invisible characters.
  func nearest(to name: String) -> String? {
    let folded = Self.folded(name)
    return names.first { !$0.utf8.elementsEqual(name.utf8) && Self.folded($0) == folded }
  }

  /// The first name that comes twice, with the numbers of its columns from 1.
  ///
  /// Columns without a name do not count.
  var duplicate: (name: String, first: Int, second: Int)? {
    let sorted = names.enumerated().filter { !$0.element.isEmpty }.sorted { left, right in
      left.element.utf8.elementsEqual(right.element.utf8)
        ? left.offset < right.offset : left.element.utf8.lexicographicallyPrecedes(right.element.utf8)
    }
    return zip(sorted, sorted.dropFirst())
      .filter { $0.element.utf8.elementsEqual($1.element.utf8) }
      .map { ($0.element, $0.offset + 1, $1.offset + 1) }
      .min { $0.2 < $1.2 }
  }

  private static func folded(_ name: String) -> [UInt8] {
    let kept = name.unicodeScalars.filter { scalar in
      let properties = scalar.properties
      return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
        && properties.generalCategory != .control && properties.generalCategory != .format
        && scalar != "_" && scalar != "-" && scalar != "."
    }
    return kept.flatMap { Array($0.properties.lowercaseMapping.utf8) }
  }
}
