/// What ``RowReader`` must give for JSON lines, by the walk byte by byte alone: slow, plain, for tests.
package struct ReferenceJSONLinesReader {
  private let limits: RowLimits
  private let wanted: [String]
  private let paths: [JSONPath]?

  /// A reader of the values of these keys.
  package init(limits: RowLimits, wanted: [String]) {
    self.limits = limits
    self.wanted = wanted
    paths = nil
  }

  /// A reader of the values at these paths.
  package init(limits: RowLimits, paths: [JSONPath]) {
    self.limits = limits
    self.paths = paths
    wanted = []
  }

  /// Reads all rows of `text` up to the first failure.
  package func read(_ text: [UInt8]) -> (records: [ReferenceCSVReader.Record], failure: LayoutFailure?) {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    var walk = JSONObjectWalk(wanted: wanted)
    var records: [ReferenceCSVReader.Record] = []
    for (index, line) in lines.enumerated() {
      let content = line.last == 0x0D ? line.dropLast() : line
      let isTooLong = line.count > limits.record
      if !isTooLong && content.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      let (fault, fields) = isTooLong ? (.tooLong, []) : read(Array(content), &walk)
      if fault == .json(.syntax), zip(content, content.dropFirst()).contains(where: { $0 == 0x0D && $1 == 0x7B }) {
        return (records, LayoutFailure(.lineEnds, line: index + 1))
      }
      records.append(
        ReferenceCSVReader.Record(
          line: index + 1, lineSpan: 1, byteOffset: line.startIndex, byteLength: content.count, fault: fault,
          fields: fields))
    }
    return (records, nil)
  }

  private func read(_ line: [UInt8], _ walk: inout JSONObjectWalk) -> (fault: RowFault?, fields: [[UInt8]]) {
    if let offset = line.withField({ UTF8Check.firstFault(in: $0) }) { return (.encoding(offset: offset), []) }
    let values = PinnedArray(repeating: Bytes(), count: paths?.count ?? wanted.count)
    // What was escaped lies in the walk, which must be there until it is copied.
    var pathWalk = JSONPathWalk(paths ?? [])
    // The fields lie in the line, which stays where it is until they are copied.
    let (fault, fields) = line.withField { line in
      let fault =
        paths == nil
        ? walk.read(line, from: 0, into: values.slots) : pathWalk.readObject(line, from: 0, into: values.slots)
      return (fault, (0..<values.count).map { Array(values[$0]) })
    }
    extendLifetime(pathWalk)
    if let fault { return (.json(fault), []) }
    let isTooLong = fields.indices.contains { fields[$0].count > limits.field && paths?[$0].takesAny != true }
    return isTooLong ? (.tooLong, []) : (nil, fields)
  }
}
