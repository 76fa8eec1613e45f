import RequiteModel

/// The way from one ledger's codes to the plan's, in which all ledgers of a night meet.
struct PlanCodes: Sendable {
  let vendors: VendorCodes
  private let channels: [UInt32]
  private let strata: [UInt32]
  private let scales: [ScoreScale]
  /// For each attribute of the ledger its place among the plan's, `nil` where the plan does not have it.
  let places: [Int?]
  /// How many attributes the plan has.
  let attributes: Int
  private let levels: [[UInt32]]

  /// Fails when a dictionary holds what the plan does not know, or a scale that is none.
  ///
  /// `attributes` are those whose levels the ledger holds, among them all of the plan; `nil` for a kind without attributes.
  init(_ ledger: RowDictionaries, attributes: [String]?, plan: Plan, document: String) throws(DocumentFailure) {
    vendors = try VendorCodes(ledger.vendors, plan: plan, document: document)
    channels = try SortedTexts.positions(of: ledger.channels, in: plan.channels, document)
    strata = try SortedTexts.positions(of: ledger.strata, in: plan.strata, document)
    var scales: [ScoreScale] = []
    for text in ledger.scales {
      guard let scale = ScoreScale(text) else { throw .meaningless(document, field: "scale") }
      scales.append(scale)
    }
    self.scales = scales
    var levels: [[UInt32]] = []
    guard let attributes else {
      (self.levels, places, self.attributes) = ([], [], 0)
      return
    }
    let known = plan.attributes
    let places = attributes.map { known.firstIndex(of: $0) }
    guard attributes.count == ledger.levels.count, known.allSatisfy(attributes.contains) else {
      throw .otherPlan(document)
    }
    for (texts, place) in zip(ledger.levels, places) {
      guard let place else {
        levels.append(Array(repeating: 0, count: texts.count))
        continue
      }
      levels.append(try SortedTexts.positions(of: texts, in: plan.levels[place], document))
    }
    (self.levels, self.places, self.attributes) = (levels, places, known.count)
  }

  @inline(__always)
  func vendor(_ code: Int64, _ reader: ByteReader) throws(DocumentFailure) -> VendorCodes.Vendor {
    try vendors.vendor(code, reader)
  }

  @inline(__always)
  func channel(_ code: Int64, _ reader: ByteReader) throws(DocumentFailure) -> UInt32 {
    guard channels.indices.contains(Int(code)) else { throw reader.damaged }
    return channels[Int(code)]
  }

  @inline(__always)
  func stratum(_ code: Int64, _ reader: ByteReader) throws(DocumentFailure) -> UInt32 {
    guard strata.indices.contains(Int(code)) else { throw reader.damaged }
    return strata[Int(code)]
  }

  @inline(__always)
  func scale(_ code: Int64, _ reader: ByteReader) throws(DocumentFailure) -> ScoreScale {
    guard scales.indices.contains(Int(code)) else { throw reader.damaged }
    return scales[Int(code)]
  }

  /// The plan's code of each level of one of the ledger's attributes.
  func levels(_ attribute: Int) -> [UInt32] {
    levels[attribute]
  }
}
