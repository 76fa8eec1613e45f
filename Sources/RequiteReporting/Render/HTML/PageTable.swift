/// A table of the page, in a box that scrolls sideways on a narrow screen.
struct PageTable {
  /// A column's heading and how its cells stand.
  struct Column {
    enum Kind: String {
      case text = ""
      case number = "n"
      case whole = "w"
    }

    let title: String
    let kind: Kind

    /// A column of text, of numbers (to the right) or of text that is not broken.
    init(_ title: String, _ kind: Kind = .text) {
      self.title = title
      self.kind = kind
    }
  }

  /// What the table holds.
  let caption: String
  let columns: [Column]
  /// The rows; the first cell of each is its heading.
  let rows: [[Markup]]

  var markup: Markup { markup(in: "scroll") }

  /// The table in a box that also scrolls downwards, where it is long.
  var boxed: Markup { markup(in: "scroll tall") }

  private func markup(in box: Markup) -> Markup {
    let headings: [Markup] = columns.map { "<th scope=\"col\"\(attribute($0))>\($0.title)</th>" }
    return """
      <div class="\(box)" tabindex="0" role="region" aria-label="\(caption)">
      <table>
      <caption>\(caption)</caption>
      <thead><tr>\(headings)</tr></thead>
      <tbody>
      \(rows.map(row))</tbody>
      </table>
      </div>

      """
  }

  /// The table behind a line to open it.
  func folded(_ summary: Phrase, isOpen: Bool = false) -> Markup {
    let open: Markup = isOpen ? " open" : ""
    return "<details\(open)><summary>\(summary)</summary>\n\(markup)</details>\n"
  }

  private func row(_ cells: [Markup]) -> Markup {
    precondition(cells.count == columns.count, "a row has a cell for every column")
    let data: [Markup] = zip(columns, cells).dropFirst().map { "<td\(attribute($0))>\($1)</td>" }
    return "<tr><th scope=\"row\">\(cells[0])</th>\(data)</tr>\n"
  }

  private func attribute(_ column: Column) -> Markup {
    column.kind == .text ? .empty : " class=\"\(column.kind.rawValue)\""
  }
}
