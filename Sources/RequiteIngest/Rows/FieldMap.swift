import RequiteFormats

/// The fields of one row by column: where each known column stands among those the reader was asked for.
struct FieldMap: Sendable {
  /// The columns to ask a reader for: the known ones, then the attributes.
  let wanted: [String]
  private let places: InlineArray<32, UInt16>
  private let firstAttribute: Int
  /// How many attributes follow the known columns.
  let attributes: Int

  init(_ layout: Layout, attributes: [String]) {
    wanted = layout.read.map(\.rawValue) + attributes
    firstAttribute = layout.read.count
    self.attributes = attributes.count
    var places = InlineArray<32, UInt16>(repeating: .max)
    for (place, column) in layout.read.enumerated() { places[column.position] = UInt16(place) }
    self.places = places
  }

  /// The content of a column that the layout reads.
  @inline(__always)
  func field(_ column: Column, of row: borrowing Row) -> Bytes {
    row.field(Int(places[column.position]))
  }

  /// The content of an attribute.
  @inline(__always)
  func attribute(_ index: Int, of row: borrowing Row) -> Bytes {
    row.field(firstAttribute &+ index)
  }
}

extension Column {
  /// Position among all columns.
  ///
  /// A switch over the cases, so that it costs nothing.
  @inline(__always)
  var position: Int {
    switch self {
    case .responseID: 0
    case .eventID: 1
    case .threadID: 2
    case .vendorID: 3
    case .customerID: 4
    case .accountID: 5
    case .agentID: 6
    case .surveyID: 7
    case .instrument: 8
    case .scale: 9
    case .score: 10
    case .votes: 11
    case .weight: 12
    case .stratum: 13
    case .status: 14
    case .at: 15
    case .respondedAt: 16
    case .invitedAt: 17
    case .dueAt: 18
    case .requestedAt: 19
    case .channel: 20
    case .direction: 21
    case .kind: 22
    case .value: 23
    case .isPublic: 24
    case .revision: 25
    case .touchpoint: 26
    case .comment: 27
    case .text: 28
    case .period: 29
    case .amountMinor: 30
    case .acquiredBy: 31
    }
  }
}
