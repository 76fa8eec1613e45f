/// RFC 4180, strictly, one byte at a time: a quote opens a field only where the field begins.
///
/// This is the definition of what a row is. It never gives up: after a stray quote the rest of the field counts as
/// unquoted, so that the row ends at its line feed and the rows behind it are not lost. The fast reader must agree with
/// it on every input, uses it for rows with stray quotes, and is tested against it.
struct CSVStateMachine {
  /// Where the machine stands.
  enum State {
    case fieldStart
    case unquoted
    case quoted
    /// Behind a quote inside a quoted field: its end, or the first half of a doubled quote.
    case quoteInQuoted
    /// Behind the closing quote and a CR, which only a line feed may follow.
    case returnAfterQuoted
  }

  /// What a byte was.
  enum Step {
    /// Part of the field.
    case content
    /// Part of the notation: an outer quote, or the first of two.
    case notation
    case fieldEnd
    case rowEnd
  }

  let separator: UInt8
  private(set) var state = State.fieldStart
  /// The index of the field the machine is in.
  private(set) var column = 0
  /// The field with the first stray quote of the row.
  private(set) var strayColumn: Int?
  /// Whether a CR outside quotes was followed by something else than a line feed.
  private(set) var hasLoneReturn = false
  private var isBehindReturn = false

  init(separator: UInt8) {
    self.separator = separator
  }

  /// Takes the next byte.
  ///
  /// After `.rowEnd` a new machine is needed.
  mutating func step(_ byte: UInt8) -> Step {
    switch state {
    case .fieldStart where byte == UInt8(ascii: "\""):
      state = .quoted
      return .notation
    case .fieldStart, .unquoted:
      return stepUnquoted(byte)
    case .quoted:
      guard byte == UInt8(ascii: "\"") else { return .content }
      state = .quoteInQuoted
      return .notation
    case .quoteInQuoted where byte == UInt8(ascii: "\""):
      state = .quoted
      return .content
    case .quoteInQuoted where byte == 0x0D:
      state = .returnAfterQuoted
      isBehindReturn = true
      return .notation
    case .quoteInQuoted where byte != separator && byte != 0x0A,
      .returnAfterQuoted where byte != 0x0A:
      noteStray()
      return stepUnquoted(byte)
    case .quoteInQuoted, .returnAfterQuoted:
      return stepUnquoted(byte)
    }
  }

  private mutating func stepUnquoted(_ byte: UInt8) -> Step {
    noteReturn(before: byte)
    if byte == 0x0A { return .rowEnd }
    if byte == separator {
      column += 1
      state = .fieldStart
      return .fieldEnd
    }
    if byte == UInt8(ascii: "\"") { noteStray() }
    state = .unquoted
    return .content
  }

  private mutating func noteReturn(before byte: UInt8) {
    if isBehindReturn && byte != 0x0A { hasLoneReturn = true }
    isBehindReturn = byte == 0x0D
  }

  private mutating func noteStray() {
    if strayColumn == nil { strayColumn = column }
  }
}
