import RequiteModel
import RequiteReporting

/// A store of a few nights, as its list shows them.
enum SampleHistory {
  /// The list of thirty versions of three vendors, whose numbers rise and fall.
  static var page: [UInt8] {
    var history = VersionHistory()
    let versions = (1...30).map { day -> VersionIndexHTML.Version in
      let id = "2026-03-\(day < 10 ? "0" : "")\(day)-aaaaaaaaaaaa"
      let measures = ["acme", "harbor-hotels", "海港酒店"].enumerated().flatMap { index, name in
        SampleReport.vendor(
          name, promoters: 40 + (day * (index + 3)) % 17, passives: 20, detractors: 40, share: 0.5 + 0.01 * Double(day))
      }
      history.update(id, from: measures)
      return .init(
        id: id, published: "2026-04-01T02:00:00Z", pins: day == 12 ? ["board", "contract-2026"] : [],
        isLatest: day == 30)
    }
    return VersionIndexHTML.render(versions, history: history)
  }
}
