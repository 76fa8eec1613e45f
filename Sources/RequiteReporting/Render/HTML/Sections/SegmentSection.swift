import RequiteModel

/// Where least is returned: the levels of every dimension, over all vendors shown.
struct SegmentSection {
  let report: Report
  let vendors: [VendorReport]
  let tables: MeasureTables

  /// So many have a line in the chart.
  static let mostLines = 8

  /// So many have a line in the table.
  static let mostRows = 20

  /// A level of a vendor.
  private typealias Segment = (label: String, vendor: String, dimension: String, cell: CellMeasures)

  var figure: Figure? { figure(of: all) }

  private var all: [Segment] { sorted(vendors.flatMap(segments)) }

  private func figure(of segments: [Segment]) -> Figure? {
    let known = segments.filter { $0.cell.returned?.estimate != nil }
    let rows = known.prefix(SegmentSection.mostLines).compactMap { segment -> DotChart.Row? in
      segment.cell.returned.map {
        .init($0, label: segment.label, before: nil, "", suffix: " (n \(NumberText.count($0.n)))")
      }
    }
    let chart = DotChart(
      title: "Segments to whom least is returned", groups: [.init(label: "", rows: Array(rows))], scale: 0...100,
      ticks: [0, 25, 50, 75, 100].map { ($0, FixedDecimal.text(of: $0, places: 0)) })
    return chart.figure
  }

  var markup: Markup {
    let segments = all
    guard !segments.isEmpty else { return .empty }
    let (listed, rest) = tables.listed(segments, most: SegmentSection.mostRows)
    let figure = figure(of: segments)
    let note: Markup = "<p>Where least is returned, of 100; n is how many customers stand behind a number.</p>\n"
    return """
      <section id="segments">
      <h2>Segments</h2>
      \(figure == nil ? .empty : note)\(figure?.markup ?? .empty)\(table(listed).folded("Table: segments"))\(rest)</section>

      """
  }

  private func segments(of vendor: VendorReport) -> [Segment] {
    vendor.cuts.flatMap { cut in
      cut.listed.map { cell in
        let level = Wording.level(cell.level)
        let label = report.vendors.count == 1 ? level : "\(level), \(vendor.shownName)"
        return (label, vendor.name, cut.dimension, cell)
      }
    }
  }

  /// Least returned first, those without a number last.
  private func sorted(_ segments: [Segment]) -> [Segment] {
    segments.indices.sorted { left, right in
      let (a, b) = (segments[left].cell.returned?.estimate, segments[right].cell.returned?.estimate)
      return (a ?? .infinity, left) < (b ?? .infinity, right)
    }.map { segments[$0] }
  }

  private func table(_ segments: [Segment]) -> PageTable {
    PageTable(
      caption: "Segments, least returned first",
      columns: [
        .init("Level"), .init("Dimension"), .init("Vendor"), .init("Returned", .number),
        .init("Loyalty (NPS)", .number),
        .init("Responses", .number),
      ],
      rows: segments.map { segment in
        [
          "\(name: Wording.level(segment.cell.level))", "\(name: segment.dimension)", "\(name: segment.vendor)",
          "\(segment.cell.returnedText(report.settings))", "\(number: segment.cell.loyalty?.valueText ?? "—")",
          "\(segment.cell.responsesText)",
        ]
      })
  }
}
