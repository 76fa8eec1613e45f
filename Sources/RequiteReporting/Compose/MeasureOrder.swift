import RequiteModel

extension [Measure] {
  /// The measures sorted by key; the same storage where they are in order already, as those of a state are.
  ///
  /// - Complexity: O(*n*) where they are in order, else O(*n* log *n*).
  func inOrder() -> [Measure] {
    let isInOrder = indices.dropFirst().allSatisfy { !self[$0].key.precedes(self[$0 - 1].key) }
    return isInOrder ? self : sorted { $0.key.precedes($1.key) }
  }
}

extension RandomAccessCollection<Measure> where Index == Int {
  /// Neighbouring measures whose keys belong together, in order; no measure is copied.
  func slices(_ belongTogether: (MeasureKey, MeasureKey) -> Bool) -> [SubSequence] {
    var slices: [SubSequence] = []
    var start = startIndex
    for index in indices where index > start && !belongTogether(self[start].key, self[index].key) {
      slices.append(self[start..<index])
      start = index
    }
    if start < endIndex { slices.append(self[start...]) }
    return slices
  }
}

extension MeasureKey {
  /// The order of `measures.csv`, as `<` has it, for tables of millions of rows.
  func precedes(_ other: MeasureKey) -> Bool {
    var order = vendor.byteOrder(to: other.vendor)
    if order == 0 { order = dimension.byteOrder(to: other.dimension) }
    if order == 0 { order = level.byteOrder(to: other.level) }
    if order == 0 { order = period.byteOrder(to: other.period) }
    if order == 0 { order = metric.byteOrder(to: other.metric) }
    return order < 0
  }

  /// Whether both name numbers of one cell: the same part of the same vendor's data.
  func isSameCell(as other: MeasureKey) -> Bool {
    period.hasSameBytes(as: other.period) && level.hasSameBytes(as: other.level)
      && dimension.hasSameBytes(as: other.dimension) && vendor.hasSameBytes(as: other.vendor)
  }
}

extension String {
  /// Whether both are the same text byte for byte; `==` also takes composed and decomposed accents for the same.
  func hasSameBytes(as other: String) -> Bool {
    utf8.count == other.utf8.count && byteOrder(to: other) == 0
  }

  /// Below 0 where this text comes before `other` by its UTF-8 bytes, 0 where they are the same, else above.
  func byteOrder(to other: String) -> Int {
    // Both are used only inside, and by their spans. Asking a text for its span itself is a call and a copy of what the
    // text stands in: a tenth of publishing.
    let order = unsafe utf8.withContiguousStorageIfAvailable { left in
      unsafe other.utf8.withContiguousStorageIfAvailable { right in unsafe compared(left.span, right.span) }
    }
    // Only a text from elsewhere than Swift has no bytes of its own.
    return (order ?? nil) ?? (utf8.elementsEqual(other.utf8) ? 0 : utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1)
  }
}

private func compared(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
  for index in 0..<min(left.count, right.count) where left[index] != right[index] {
    return left[index] < right[index] ? -1 : 1
  }
  return left.count - right.count
}
