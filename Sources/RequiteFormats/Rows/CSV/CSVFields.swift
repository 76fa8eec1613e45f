/// Splits one row by the ``CSVStateMachine``, at leisure.
enum CSVFields {
  /// The fields of `row`, which has no line end, with quotes resolved.
  ///
  /// The row must be UTF-8.
  static func split(_ row: some Sequence<UInt8>, separator: UInt8) -> [String] {
    var machine = CSVStateMachine(separator: separator)
    var fields: [[UInt8]] = [[]]
    for byte in row {
      switch machine.step(byte) {
      case .content: fields[fields.count - 1].append(byte)
      case .fieldEnd: fields.append([])
      case .notation, .rowEnd: break
      }
    }
    return fields.map { String(decoding: $0, as: UTF8.self) }
  }
}
