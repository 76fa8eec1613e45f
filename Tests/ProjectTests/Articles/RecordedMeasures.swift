import RequiteTestSupport

/// The recorded `measures.csv` of the samples, which the night's tests keep equal to what is computed.
enum RecordedMeasures {
  /// The rows of a sample, without the header.
  static func rows(of sample: String) -> [String] {
    let path = ProjectFolder.path("Tests/RequiteNightTests/Golden/\(sample)/measures.csv")
    let text = String(decoding: TestFile.bytes(path) ?? [], as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map(String.init)
  }

  /// The names of the metrics of a sample, each once.
  static func metrics(of sample: String) -> Set<String> {
    Set(rows(of: sample).map { MeasureRow($0).metric })
  }
}

/// One row of `measures.csv`, in fields.
struct MeasureRow {
  /// The texts of the thirteen columns.
  let fields: [String]

  init(_ line: String) {
    fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  /// The name of the number.
  var metric: String { fields.count > 4 ? fields[4] : "" }

  /// What follows the last point of the name: the name an example gives to the estimate.
  var shortName: String { metric.split(separator: ".").last.map(String.init) ?? "" }

  /// The estimate as printed; empty when it is missing.
  var estimate: String { fields[5] }

  /// The columns an example may derive, by the name of the line that derives them.
  var derivable: [String: String] {
    [
      shortName: fields[5], "\(shortName)_error": fields[6], "\(shortName)_low": fields[7],
      "\(shortName)_high": fields[8],
    ]
  }
}
