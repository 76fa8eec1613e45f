import RequiteModel

/// The way back from scales to a ledger's codes of them.
struct ScaleCodes {
  private let codes: [ScoreScale: UInt32]
  private let document: String

  /// Fails when a dictionary holds what is no scale.
  init(_ texts: [String], document: String) throws(DocumentFailure) {
    var codes: [ScoreScale: UInt32] = [:]
    for (code, text) in texts.enumerated() {
      guard let scale = ScoreScale(text) else { throw .meaningless(document, field: "scale") }
      // Two spellings of one scale have two codes; any of them says the same.
      codes[scale] = codes[scale] ?? UInt32(code)
    }
    self.codes = codes
    self.document = document
  }

  /// The code of a scale; fails, instead of losing a response, when the ledger does not know it.
  func code(of scale: ScoreScale) throws(DocumentFailure) -> UInt32 {
    guard let code = codes[scale] else { throw .meaningless(document, field: "scale") }
    return code
  }
}
