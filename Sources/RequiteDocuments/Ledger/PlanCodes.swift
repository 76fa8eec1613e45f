import RequiteModel

/// The way from one ledger's codes to the plan's, in which all ledgers of a night meet.
struct PlanCodes {
  struct Vendor {
    let code: UInt32
    let hash: Hash128
  }

  private let vendors: [Vendor]
  private let channels: [UInt32]
  private let strata: [UInt32]
  private let scales: [ScoreScale]
  private let levels: [[UInt32]]

  /// Fails when a dictionary holds what the plan does not know, or a scale that is none.
  init(_ ledger: RowDictionaries, attributes: [String], plan: Plan, document: String) throws(DocumentFailure) {
    let vendorCodes = try PlanCodes.positions(ledger.vendors, in: plan.vendors, document)
    vendors = zip(vendorCodes, ledger.vendors).map { Vendor(code: $0, hash: Hash128($1)) }
    channels = try PlanCodes.positions(ledger.channels, in: plan.channels, document)
    strata = try PlanCodes.positions(ledger.strata, in: plan.strata, document)
    var scales: [ScoreScale] = []
    for text in ledger.scales {
      guard let scale = ScoreScale(text) else { throw .meaningless(document, field: "scale") }
      scales.append(scale)
    }
    self.scales = scales
    guard attributes == plan.attributes, attributes.count == ledger.levels.count else { throw .otherPlan(document) }
    var levels: [[UInt32]] = []
    for (attribute, texts) in zip(attributes, ledger.levels) {
      guard let dimension = plan.settings.dimensions.firstIndex(of: attribute) else { throw .otherPlan(document) }
      levels.append(try PlanCodes.positions(texts, in: plan.levels[dimension], document))
    }
    self.levels = levels
  }

  private static func positions(
    _ texts: [String], in list: [String], _ document: String
  ) throws(DocumentFailure) -> [UInt32] {
    var result: [UInt32] = []
    for text in texts {
      guard let position = SortedTexts.position(of: text, in: list) else { throw .otherPlan(document) }
      result.append(UInt32(position))
    }
    return result
  }

  var attributes: Int { levels.count }

  func vendor(_ code: Int64, _ reader: ByteReader) throws(DocumentFailure) -> Vendor {
    guard vendors.indices.contains(Int(code)) else { throw reader.damaged }
    return vendors[Int(code)]
  }

  func channel(_ code: Int64, _ reader: ByteReader) throws(DocumentFailure) -> UInt32 {
    guard channels.indices.contains(Int(code)) else { throw reader.damaged }
    return channels[Int(code)]
  }

  func stratum(_ code: Int64, _ reader: ByteReader) throws(DocumentFailure) -> UInt32 {
    guard strata.indices.contains(Int(code)) else { throw reader.damaged }
    return strata[Int(code)]
  }

  func scale(_ code: Int64, _ reader: ByteReader) throws(DocumentFailure) -> ScoreScale {
    guard scales.indices.contains(Int(code)) else { throw reader.damaged }
    return scales[Int(code)]
  }

  func level(_ code: Int64, _ attribute: Int, _ reader: ByteReader) throws(DocumentFailure) -> UInt32 {
    guard levels[attribute].indices.contains(Int(code)) else { throw reader.damaged }
    return levels[attribute][Int(code)]
  }
}

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
