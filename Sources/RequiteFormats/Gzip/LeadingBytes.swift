/// The first few bytes of a stream, however small the pieces are in which they arrive.
struct LeadingBytes {
  private var bytes: [UInt8] = []
  private var isComplete = false

  /// Takes the next piece and tells whether there now is, for the first time, enough to judge by.
  mutating func take(_ piece: Span<UInt8>, isLast: Bool) -> Bool {
    guard !isComplete else { return false }
    bytes.append(copying: piece.extracting(first: FileSignature.length - bytes.count))
    isComplete = isLast || bytes.count == FileSignature.length
    return isComplete
  }

  /// The kind of file that begins like this.
  var signature: FileSignature? {
    FileSignature(leading: bytes)
  }
}
