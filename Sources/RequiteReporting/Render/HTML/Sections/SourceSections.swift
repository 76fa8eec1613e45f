import RequiteModel

/// The end of the page: what was read, what needs care, and where the numbers come from.
struct SourceSections {
  let report: Report

  var markup: Markup {
    "<section id=\"checks\">\n<h2>Data checks and origin</h2>\n\(dumps)\(cautions)\(provenance)</section>\n"
  }

  // MARK: Dumps

  private var dumps: Markup {
    let verdict: Markup = "<p>\(Wording.verdict(on: report)).</p>\n"
    let repeats: Markup = Wording.repeats(in: report).map { "<p>\($0).</p>\n" } ?? .empty
    let tables: Markup = report.dumps.isEmpty ? .empty : "\(totals)\(repeats)\(files)\(rules)"
    return "<div id=\"dumps\">\n<h3>What was read</h3>\n\(verdict)\(tables)</div>\n"
  }

  private static let counts: [PageTable.Column] = [
    .init("Read", .number), .init("Accepted", .number), .init("Duplicates", .number), .init("Filtered", .number),
    .init("Quarantined", .number),
  ]

  private var totals: Markup {
    let rows = report.totals.map { total -> [Markup] in
      let counts = [total.dumps, total.read, total.accepted, total.duplicates, total.filtered, total.quarantined]
      return ["\(total.kind.rawValue)"] + counts.map { "\(NumberText.count($0))" }
    }
    let columns = [PageTable.Column("Kind"), .init("Dumps", .number)] + SourceSections.counts
    return PageTable(caption: "Rows by kind of dump", columns: columns, rows: rows).markup
  }

  /// So many dumps have a line, those that need a look first.
  static let mostDumps = 24

  /// Refused ones, those whose rows do not add up, those with rows set aside, then the newest.
  private var listed: [DumpAccount] {
    func rank(_ dump: DumpAccount) -> Int {
      dump.refused != nil ? 0 : !dump.isBalanced ? 1 : dump.quarantined > 0 ? 2 : 3
    }
    let order = report.dumps.indices.sorted { left, right in
      (rank(report.dumps[left]), -left) < (rank(report.dumps[right]), -right)
    }
    return order.prefix(SourceSections.mostDumps).map { report.dumps[$0] }
  }

  private var files: Markup {
    let hidden = report.dumps.count - SourceSections.mostDumps
    let rest: Markup =
      hidden > 0
      ? "<p class=\"muted small\">\(NumberText.count(Int64(hidden))) more dumps in manifest.json.</p>\n" : .empty
    let rows = listed.map { dump -> [Markup] in
      let counts = [dump.read, dump.accepted, dump.duplicates, dump.filtered, dump.quarantined]
      let remark = dump.refused.map { "Refused: \($0)" } ?? (dump.isBalanced ? "" : "Rows do not add up")
      return ["\(dump.dump)<br><code>\(String(dump.sha256.prefix(16)))</code>"]
        + counts.map { "\(NumberText.count($0))" } + ["\(remark)"]
    }
    let columns = [PageTable.Column("Dump, start of its SHA-256")] + SourceSections.counts + [.init("Remark")]
    let table = PageTable(caption: "Rows by dump", columns: columns, rows: rows)
    let needsLook = !report.refusedDumps.isEmpty || !report.unbalancedDumps.isEmpty
    let title = hidden > 0 ? "\(rows.count) of \(report.dumps.count) dumps" : "all \(rows.count) dumps"
    return "\(table.folded("Table: \(title)", isOpen: needsLook))\(rest)"
  }

  private var rules: Markup {
    guard !report.ruleCounts.isEmpty else { return .empty }
    let rows = report.ruleCounts.map { rule -> [Markup] in
      ["<code>\(rule.rule)</code>", "\(NumberText.count(rule.rows))"]
    }
    let columns = [PageTable.Column("Rule"), .init("Rows", .number)]
    return PageTable(caption: "Rows filtered or set aside, by rule", columns: columns, rows: rows).markup
  }

  // MARK: Cautions

  private var cautions: Markup {
    let sentences: [Markup] = report.cautions.map { "<li>\($0).</li>\n" }
    guard !sentences.isEmpty else { return .empty }
    return "<div id=\"care\">\n<h3>To be read with care</h3>\n<ul>\n\(sentences)</ul>\n</div>\n"
  }

  // MARK: Provenance

  private var provenance: Markup {
    let settings = report.settings
    let previous: Markup? = report.previous.map {
      "<dt>Compared with</dt><dd><a href=\"../\($0.version)/index.html\">\($0.version)</a></dd>\n"
    }
    return """
      <div id="provenance">
      <h3>Where the numbers come from</h3>
      <dl class="facts">
      <dt>Version</dt><dd><code>\(report.version)</code></dd>
      \(previous ?? .empty)<dt>Method</dt><dd>\(settings.method.version)</dd>
      <dt>Responses given</dt><dd>\(Wording.days(of: settings.surveyWindow))</dd>
      <dt>Threads opened</dt><dd>\(Wording.days(of: settings.eventWindow)), each watched for \
      \(NumberText.duration(settings.horizon))</dd>
      <dt>As of</dt><dd>\(settings.asOf.description)</dd>
      <dt>Not shown</dt><dd>numbers of fewer than \(NumberText.count(settings.suppressionMinimum)) customers; shares of \
      fewer than \(NumberText.count(settings.minimumDenominator)) cases</dd>
      <dt>Intervals</dt><dd>95 %, sampling error only</dd>
      <dt>Every number</dt><dd><a href="measures.csv">measures.csv</a>, <a href="report.json">report.json</a>; every dump: \
      <a href="manifest.json">manifest.json</a></dd>
      <dt>Again</dt><dd><code>make nightly AS_OF=\(settings.asOf.description)</code> over the same dumps, with \
      the same configuration, gives the same version; <code>make verify VERSION=\(report.version)</code> hashes its files</dd>
      </dl>
      </div>

      """
  }
}
