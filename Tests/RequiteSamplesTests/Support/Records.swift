/// The records of a well-formed dump, comma-separated (RFC 4180), header included.
///
/// Slow and short on purpose: an independent look at what the writers write.
func records(_ bytes: [UInt8]) -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  for byte in bytes {
    switch (byte, isQuoted) {
    case (UInt8(ascii: "\""), _):
      // A doubled quote closes and opens again: the field keeps one of the two.
      if !isQuoted && !field.isEmpty { field.append(byte) }
      isQuoted.toggle()
    case (UInt8(ascii: ","), false):
      record.append(String(decoding: field, as: UTF8.self))
      field = []
    case (UInt8(ascii: "\n"), false):
      records.append(record + [String(decoding: field, as: UTF8.self)])
      record = []
      field = []
    default:
      field.append(byte)
    }
  }
  return records
}

/// The rows of a well-formed dump as dictionaries by column.
func rows(_ bytes: [UInt8]) -> [[String: String]] {
  let all = records(bytes)
  return all.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(all[0], $0)) }
}
