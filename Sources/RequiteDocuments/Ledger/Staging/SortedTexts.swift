/// Lists of texts sorted by UTF-8 bytes: the dictionaries of ledgers and plans.
enum SortedTexts {
  /// The position of `text`, found by halving.
  static func position(of text: String, in list: [String]) -> Int? {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].utf8.lexicographicallyPrecedes(text.utf8) { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low].utf8.elementsEqual(text.utf8) ? low : nil
  }

  /// The positions of `texts`, which a plan that `document` belongs to must know.
  static func positions(
    of texts: [String], in list: [String], _ document: String
  ) throws(DocumentFailure) -> [UInt32] {
    var result: [UInt32] = []
    for text in texts {
      guard let position = position(of: text, in: list) else { throw .otherPlan(document) }
      result.append(UInt32(position))
    }
    return result
  }

  /// All texts of all lists, each once, by bytes.
  static func union(_ lists: [[String]]) -> [String] {
    var result: [String] = []
    for text in lists.joined().sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      if let last = result.last, last.utf8.elementsEqual(text.utf8) { continue }
      result.append(text)
    }
    return result
  }
}
