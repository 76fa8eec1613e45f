import RequiteFormats
import RequiteModel

/// The texts of a dump that become codes: vendors, channels, strata, scales, levels of attributes.
struct Names {
  private var vendors: TextIndex
  private var channels = TextIndex([""], limit: Names.limit)
  private var strata = TextIndex([""], limit: Names.limit)
  private var levels: [TextIndex]
  private var scaleTexts = TextIndex(limit: Names.limit)
  private var scales: [ScoreScale] = []
  /// The fingerprint of each vendor, by code.
  private(set) var vendorHashes: [Hash128] = []
  private let attributes: [String]

  /// More different texts than this in one column are no categories but a mistake.
  static let limit = 1 << 20

  /// - Parameter everyVendor: whether code 0 is the empty text, "every vendor", as in erasures.
  init(attributes: [String], everyVendor: Bool = false) {
    self.attributes = attributes
    levels = attributes.map { _ in TextIndex([""], limit: Names.limit) }
    vendors = TextIndex(everyVendor ? [""] : [], limit: Names.limit)
    if everyVendor { vendorHashes = [Hash128("")] }
  }

  /// The code of a vendor that was met before: its id keeps the rules, as it once was checked.
  @inline(__always)
  func find(vendor field: Bytes) -> Int? {
    vendors.find(field)
  }

  /// The code of a vendor, which `find` gave, or which is new.
  @inline(__always)
  mutating func vendor(_ field: Bytes, _ known: Int?) throws(Breach) -> UInt32 {
    if let known { return UInt32(truncatingIfNeeded: known) }
    return try newVendor(field)
  }

  private mutating func newVendor(_ field: Bytes) throws(Breach) -> UInt32 {
    guard let code = vendors.number(of: field) else { throw Breach(.vendorID, "too-many") }
    vendorHashes.append(Hash128(field))
    return UInt32(code)
  }

  /// The code of a channel; 0 for an empty field.
  mutating func channel(_ field: Bytes) throws(Breach) -> UInt32 {
    try code(field, in: &channels, .channel)
  }

  /// The code of a stratum; 0 for an empty field.
  mutating func stratum(_ field: Bytes) throws(Breach) -> UInt32 {
    try code(field, in: &strata, .stratum)
  }

  @inline(__always)
  private func code(_ field: Bytes, in index: inout TextIndex, _ column: Column) throws(Breach) -> UInt32 {
    if field.isEmpty { return 0 }
    if let known = index.find(field) { return UInt32(truncatingIfNeeded: known) }
    return try newCode(field, in: &index, column)
  }

  private func newCode(_ field: Bytes, in index: inout TextIndex, _ column: Column) throws(Breach) -> UInt32 {
    try IdentifierRule.checkOptional(field, column)
    guard let code = index.number(of: field) else { throw Breach(column, "too-many") }
    return UInt32(code)
  }

  /// The code of a scale and the scale itself, or a breach `scale.format`.
  @inline(__always)
  mutating func scale(_ field: Bytes) throws(Breach) -> (code: UInt32, scale: ScoreScale) {
    if let known = scaleTexts.find(field) { return (UInt32(truncatingIfNeeded: known), scales[known]) }
    return try newScale(field)
  }

  private mutating func newScale(_ field: Bytes) throws(Breach) -> (code: UInt32, scale: ScoreScale) {
    guard field.count <= 32, let scale = ScoreScale(field.string), Names.isSane(scale),
      let code = scaleTexts.number(of: field)
    else {
      throw Breach(.scale, field.isEmpty ? "empty" : "format")
    }
    scales.append(scale)
    return (UInt32(code), scale)
  }

  /// Whether the ends of a scale are within ±1000: sums of squared weighted scores must fit 128 bits (METHODS B0.3).
  private static func isSane(_ scale: ScoreScale) -> Bool {
    scale == .net || (scale.lowest >= -1000 && scale.highest <= 1000)
  }

  /// The code of an attribute's level; 0 for an empty field.
  mutating func level(_ field: Bytes, attribute: Int) throws(Breach) -> UInt32 {
    if field.isEmpty { return 0 }
    if let known = levels[attribute].find(field) { return UInt32(truncatingIfNeeded: known) }
    return try newLevel(field, attribute: attribute)
  }

  private mutating func newLevel(_ field: Bytes, attribute: Int) throws(Breach) -> UInt32 {
    let name = attributes[attribute]
    guard field.count <= IdentifierRule.greatestLength else { throw Breach(rule: "attribute.too-long", field: name) }
    guard field.firstControl == nil else { throw Breach(rule: "attribute.control", field: name) }
    guard let code = levels[attribute].number(of: field) else {
      throw Breach(rule: "attribute.too-many", field: name)
    }
    return UInt32(code)
  }

  /// The lists behind the codes.
  var dictionaries: RowDictionaries {
    var result = RowDictionaries(attributes: attributes.count)
    result.vendors = vendors.texts
    result.channels = channels.texts
    result.strata = strata.texts
    result.scales = scaleTexts.texts
    result.levels = levels.map(\.texts)
    return result
  }
}
