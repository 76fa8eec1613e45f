import RequiteModel

/// What was asked for beside the change: other cuts of it, and single rows.
struct DiffCuts {
  let segments: [SegmentTable]
  let rows: [RowTable]

  var markup: Markup { "\(cuts)\(single)" }

  private var cuts: Markup {
    guard !segments.isEmpty else { return .empty }
    let tables: [Markup] = segments.map(table)
    return """
      <section id="segments">
      <h2>By group</h2>
      <p>Another cut of the same change: how much came from within each group (rate) and how much from its size (mix). It
      is never to be added to the causes.</p>
      \(tables)</section>

      """
  }

  private func table(_ cut: SegmentTable) -> Markup {
    let rows = cut.levels.map { level -> [Markup] in
      [
        "\(Wording.level(level.name))", "\(NumberText.percent(level.shares.before)) %",
        "\(NumberText.percent(level.shares.now)) %", "\(number: level.values.before)", "\(number: level.values.now)",
        "\(number: level.rate.text)", "\(number: level.mix.text)",
      ]
    }
    let sum: [Markup] = [
      "<strong>all</strong>", "", "", "", "\(number: cut.changeText)", "\(number: cut.rate.text)",
      "\(number: cut.mix.text)",
    ]
    let columns = [
      PageTable.Column(cut.dimension), .init("Share before", .number), .init("Share now", .number),
      .init("Before", .number), .init("Now", .number), .init("Rate", .number), .init("Mix", .number),
    ]
    let caption = "\(cut.key.vendor), \(Metric(named: cut.key.metric).title) by \(cut.dimension)"
    return PageTable(caption: caption, columns: columns, rows: rows + [sum]).markup
  }

  private var single: Markup {
    guard !rows.isEmpty else { return .empty }
    let tables: [Markup] = rows.map { table in
      let lines = table.lines.map { line -> [Markup] in
        [
          "<code>\(line.row.pseudonym)</code>", "\(line.row.what)", "\(line.row.cause.text)",
          "\(line.row.before ?? "-")", "\(line.row.after ?? "-")", "\(number: line.text)",
        ]
      }
      let columns = [
        PageTable.Column("Row"), .init("What"), .init("Cause"), .init("Before"), .init("Now"), .init("Change", .number),
      ]
      let caption = "\(table.key.vendor), \(Metric(named: table.key.metric).title): rows with the largest parts"
      return PageTable(caption: caption, columns: columns, rows: lines).markup
    }
    return "<section id=\"rows\">\n<h2>Single rows</h2>\n\(tables)</section>\n"
  }
}

/// The end of the page: settings, dumps and facts that differ.
struct DiffSources {
  let diff: VersionDiff

  var markup: Markup { "\(settings)\(dumps)\(facts)" }

  private var settings: Markup {
    let changes = diff.coordinates.configuration
    guard !changes.isEmpty else { return .empty }
    let rows = changes.map { change -> [Markup] in
      ["<code>\(change.key)</code>", "\(change.before ?? "not set")", "\(change.after ?? "not set")"]
    }
    let columns = [PageTable.Column("Key"), .init("Before"), .init("Now")]
    let table = PageTable(caption: "Settings that differ", columns: columns, rows: rows).markup
    return "<section id=\"configuration\">\n<h2>Configuration</h2>\n\(table)</section>\n"
  }

  private var dumps: Markup {
    let changes = diff.coordinates.dumps
    guard !changes.isEmpty else { return .empty }
    let rows = changes.map { change -> [Markup] in
      [
        "\(change.name)", "\(change.kind.rawValue)", "\(change.before.map { NumberText.count($0.accepted) } ?? "-")",
        "\(change.after.map { NumberText.count($0.accepted) } ?? "-")",
      ]
    }
    let columns = [
      PageTable.Column("Dump"), .init("What"), .init("Rows before", .number), .init("Rows now", .number),
    ]
    let table = PageTable(caption: "Dumps that differ, with their accepted rows", columns: columns, rows: rows)
    return "<section id=\"dumps\">\n<h2>Dumps</h2>\n\(table.folded("Table: \(rows.count) dumps"))</section>\n"
  }

  private var facts: Markup {
    guard !diff.facts.isEmpty else { return .empty }
    let rows = diff.facts.map { fact -> [Markup] in
      ["\(fact.cause.text)", "\(fact.kind.rawValue)", "\(NumberText.count(fact.count))", "\(fact.cause.explanation)"]
    }
    let columns = [PageTable.Column("Cause"), .init("Facts"), .init("Count", .number), .init("Meaning")]
    let table = PageTable(caption: "Facts that differ, whether or not a number moved", columns: columns, rows: rows)
    return "<section id=\"facts\">\n<h2>Facts</h2>\n\(table.markup)</section>\n"
  }
}
