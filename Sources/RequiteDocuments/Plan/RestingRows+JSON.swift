import RequiteFormats
import RequiteModel

extension RestingRows {
  var json: JSONValue {
    let ledgers = buckets.keys.sorted().map { digest in
      JSONValue.object(["digest": .string(digest), "buckets": .string(self[digest].text)])
    }
    let counts = counts.sorted { $0.key < $1.key }.map { bucket, count in
      JSONValue.array([.integer(Int64(bucket)), .integer(count.rows), .integer(count.repeated)])
    }
    return [
      "kind": .string(kind.rawValue), "cutoff": .integer(cutoff.seconds), "ledgers": .array(ledgers),
      "counts": .array(counts),
    ]
  }

  init(_ fields: JSONFields, _ document: String) throws(DocumentFailure) {
    guard let kind = DumpKind(rawValue: try fields.text("kind")) else { throw .meaningless(document, field: "kind") }
    self.init(kind: kind, cutoff: Instant(seconds: try fields.integer("cutoff")))
    for item in try fields.array("ledgers") {
      let ledger = JSONFields(item, document: document)
      guard let set = BucketSet(text: try ledger.text("buckets")) else { throw ledger.missing("buckets") }
      add(set, of: try ledger.text("digest"))
    }
    for item in try fields.array("counts") {
      guard let numbers = item.array?.compactMap(\.integer), numbers.count == 3, 0..<Int64(Bucket.count) ~= numbers[0]
      else { throw fields.missing("counts") }
      add(Int(numbers[0]), of: [], Count(rows: numbers[1], repeated: numbers[2]))
    }
  }
}

extension BucketSet {
  /// The four words as sixteen hexadecimal digits each.
  fileprivate var text: String {
    (0..<4).map { Hex.text(of: words[$0]) }.joined()
  }

  fileprivate init?(text: String) {
    guard text.utf8.count == 64 else { return nil }
    var words = SIMD4<UInt64>.zero
    for place in 0..<4 {
      let digits = text.dropFirst(16 * place).prefix(16)
      guard let word = UInt64(digits, radix: 16) else { return nil }
      words[place] = word
    }
    self.init(words: words)
  }
}
