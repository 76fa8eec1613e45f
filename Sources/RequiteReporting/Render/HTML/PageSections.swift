/// The sections of a page: the questions of a reader, in the order in which they come up.
struct PageSections {
  let movement: MovementSection
  let mix: MixSection
  let trend: TrendSection
  let wait: WaitSection
  let pillars: PillarSection
  let balance: BalanceSection
  let segments: SegmentSection
  let vendors: VendorsSection
  let numbers: NumbersSection
  let source: SourceSections

  init(of report: Report) {
    let shown = Array(report.vendorsByGap.prefix(ReportHTML.mostVendors))
    let tables = MeasureTables(settings: report.settings)
    movement = MovementSection(report: report, vendors: shown)
    mix = MixSection(report: report, vendors: shown, tables: tables)
    trend = TrendSection(report: report, vendors: shown, tables: tables)
    wait = WaitSection(report: report, vendors: shown, tables: tables)
    pillars = PillarSection(report: report, vendors: shown, tables: tables)
    balance = BalanceSection(report: report, vendors: shown, tables: tables)
    segments = SegmentSection(report: report, vendors: shown, tables: tables)
    vendors = VendorsSection(report: report, tables: tables)
    numbers = NumbersSection(report: report, tables: tables)
    source = SourceSections(report: report)
  }
}
