extension Drawing {
  /// The marks as SVG elements, a line each; neighbouring lines of one style are one element.
  var markup: Markup {
    var elements: [Markup] = []
    var rest = marks[...]
    while let mark = rest.first {
      guard case .line(_, _, let style) = mark else {
        elements.append(Drawing.element(mark))
        rest.removeFirst()
        continue
      }
      let run = rest.prefix { if case .line(_, _, style) = $0 { true } else { false } }
      elements.append("<path class=\"\(style)\" d=\"\(run.map(Drawing.piece))\"/>\n")
      rest = rest[run.endIndex...]
    }
    return "\(elements)"
  }

  private static func piece(_ mark: Mark) -> Markup {
    guard case .line(let from, let to, _) = mark else { return .empty }
    return "\(pieces([from, to]))"
  }

  private static func element(_ mark: Mark) -> Markup {
    switch mark {
    case .line(_, _, let style): "<path class=\"\(style)\" d=\"\(piece(mark))\"/>\n"
    case .box(let corner, let width, let height, let style):
      "<rect class=\"\(style)\" x=\"\(corner.x)\" y=\"\(corner.y)\" width=\"\(width)\" height=\"\(height)\"/>\n"
    case .dot(let center, let radius, let style):
      "<circle class=\"\(style)\" cx=\"\(center.x)\" cy=\"\(center.y)\" r=\"\(radius)\"/>\n"
    case .path(let points, let isClosed, let style):
      "<path class=\"\(style)\" d=\"\(pieces(points))\(isClosed ? "Z" : Markup.empty)\"/>\n"
    case .text(let text): element(text)
    }
  }

  /// Level and upright pieces take one number, as those of a curve in steps do.
  private static func pieces(_ points: [Point]) -> [Markup] {
    points.indices.map { index in
      let point = points[index]
      guard index > 0 else { return "M\(point.x) \(point.y)" }
      let last = points[index - 1]
      if point.y == last.y { return "H\(point.x)" }
      return point.x == last.x ? "V\(point.y)" : "L\(point.x) \(point.y)"
    }
  }

  private static func element(_ text: PlacedText) -> Markup {
    let anchor = text.anchor == .start ? "" : text.anchor.rawValue
    let classes = [text.style, anchor].filter { !$0.isEmpty }.joined(separator: " ")
    let attribute: Markup = classes.isEmpty ? .empty : " class=\"\(classes)\""
    let content: Markup = text.isNumber ? "\(number: text.text)" : "\(text.text)"
    return "<text\(attribute) x=\"\(text.x)\" y=\"\(text.y)\">\(content)</text>\n"
  }
}
