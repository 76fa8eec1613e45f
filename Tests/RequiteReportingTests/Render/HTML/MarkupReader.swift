/// Reads the markup we write, strictly: what is not a well-formed element is a fault.
///
/// Stricter than HTML: every attribute stands in double quotes, every element but the three void ones we use is closed, and
/// `<` or `>` in a text or an attribute is a fault of its own.
struct MarkupReader {
  /// An opening tag with its attributes.
  struct Element {
    let name: String
    let attributes: [String: String]
  }

  /// Every element, in order.
  private(set) var elements: [Element] = []
  /// What is wrong, in order.
  private(set) var faults: [String] = []

  private var open: [String] = []
  private static let void: Set<String> = ["meta", "link", "br"]

  init(_ text: String) {
    let pieces = Array(text.utf8).split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
    if pieces.first?.isEmpty != true { faults.append("text before the first tag") }
    for piece in pieces.dropFirst() { readPiece(piece) }
    faults += open.map { "<\($0)> is not closed" }
  }

  /// Reads a tag without its `<` and the text behind it.
  private mutating func readPiece(_ piece: ArraySlice<UInt8>) {
    let parts = piece.split(separator: UInt8(ascii: ">"), omittingEmptySubsequences: false)
    // A style sheet may select children by `>`; ours does.
    guard parts.count == 2 || open.last == "style" || piece.starts(with: Array("style>".utf8)) else {
      faults.append("a tag is not closed, or a text holds >")
      return
    }
    let tag = String(decoding: parts[0], as: UTF8.self)
    if tag == "!DOCTYPE html" { return }
    if tag.utf8.first == UInt8(ascii: "/") {
      let name = String(tag.dropFirst())
      if open.popLast() != name { faults.append("</\(name)> closes nothing") }
      return
    }
    let isClosed = tag.utf8.last == UInt8(ascii: "/")
    let element = read(isClosed ? String(tag.dropLast()) : tag)
    elements.append(element)
    if !isClosed && !MarkupReader.void.contains(element.name) { open.append(element.name) }
  }

  /// Reads `name attribute="value" flag`.
  private mutating func read(_ tag: String) -> Element {
    var rest = Array(tag.utf8)[...]
    let name = String(decoding: rest.prefix(while: MarkupReader.isName), as: UTF8.self)
    rest = rest.drop(while: MarkupReader.isName)
    if name.isEmpty { faults.append("a tag without a name") }
    var attributes: [String: String] = [:]
    while rest.first == UInt8(ascii: " ") {
      rest.removeFirst()
      let key = String(decoding: rest.prefix(while: MarkupReader.isName), as: UTF8.self)
      rest = rest.drop(while: MarkupReader.isName)
      var value: ArraySlice<UInt8> = []
      if rest.starts(with: Array("=\"".utf8)) {
        value = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
        rest = rest.dropFirst(2 + value.count)
        if rest.popFirst() == nil { faults.append("\(key) is not closed") }
      }
      if key.isEmpty { faults.append("an attribute of <\(name)> without a name") }
      let isNew = attributes.updateValue(String(decoding: value, as: UTF8.self), forKey: key) == nil
      if !isNew { faults.append("\(key) stands twice in <\(name)>") }
    }
    if !rest.isEmpty { faults.append("<\(name)> holds something else") }
    return Element(name: name, attributes: attributes)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
