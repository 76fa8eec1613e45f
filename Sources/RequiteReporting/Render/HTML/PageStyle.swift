/// The style sheet of the page: the palette of two schemes, the layout from a phone to a desk, and paper.
///
/// Contrast of the colours against their ground is at least 4.5 for text and 3 for graphics in both schemes; blue and orange
/// stay apart in every kind of colour blindness, and no colour carries a meaning alone.
enum PageStyle {
  static let sheet: Markup = """
    <style>
    \(colors)\(layout)\(tiles)\(charts)\(tables)\(paper)</style>

    """

  private static let colors: Markup = """
    :root{color-scheme:light dark;--ground:#fff;--panel:#f6f8fa;--ink:#1b1f23;--muted:#57606a;--rule:#d0d7de;
    --up:#0b6aa2;--flat:#8b949e;--down:#b5450b;--on-up:#fff;--on-flat:#1b1f23;--on-down:#fff;--link:#0b6aa2;
    --s1:#00735c;--s2:#b5450b;--s3:#6a3d9a;--s4:#1b1f23}
    @media (prefers-color-scheme:dark){:root{--ground:#14171a;--panel:#1d2126;--ink:#e6edf3;--muted:#9aa7b4;--rule:#3a424b;
    --up:#5ab0e6;--flat:#7d8793;--down:#f0884d;--on-up:#14171a;--on-flat:#14171a;--on-down:#14171a;--link:#5ab0e6;
    --s1:#3b8fd9;--s2:#e3b341;--s3:#e5646b;--s4:#e6edf3}}

    """

  private static let layout: Markup = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0 auto;max-width:62rem;padding:1rem;background:var(--ground);color:var(--ink);
    font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
    h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 .75rem;text-wrap:balance}
    h2{font-size:1.25rem;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--rule)}
    h3{font-size:1.05rem;margin:1.25rem 0 .25rem}
    h1,h2,h3,td,th,dd,a,code,summary,caption{overflow-wrap:anywhere}
    p{margin:.25rem 0 .75rem;max-width:46rem}header p{max-width:none;margin-bottom:.5rem}header p a{display:inline-flex;align-items:center;min-height:2.75rem}
    a{color:var(--link)}
    a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}
    section:target>h2,div:target>h2,div:target>h3,span:target{outline:2px solid var(--link);outline-offset:4px}
    .muted{color:var(--muted)}.small{font-size:.875rem}
    .warning{border-left:4px solid var(--down);background:var(--panel);padding:0 .75rem;max-width:none}
    .warning a{display:flex;align-items:center;min-height:2.75rem}
    footer{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid var(--rule)}
    dl{margin:0}dt{color:var(--muted)}dd{margin:0}
    .facts{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:.5rem 0}
    @media (max-width:30rem){.facts{grid-template-columns:1fr}.facts dd{margin-bottom:.35rem}h1{font-size:1.3rem}}

    """

  private static let tiles: Markup = """
    .tiles{display:grid;gap:.5rem;grid-template-columns:1fr 1fr;margin:.5rem 0}
    @media (min-width:48rem){.tiles{grid-template-columns:repeat(4,1fr)}}
    .tile{background:var(--panel);border-radius:.375rem;padding:.5rem .6rem;min-width:0}
    .tile dt{font-size:.8125rem}
    .tile dd{font-size:.8125rem;line-height:1.4;color:var(--muted);margin:0}
    .tile .value{font-size:1.5rem;line-height:1.3;color:var(--ink);font-variant-numeric:tabular-nums}
    .tile .range{font-size:1.0625rem;line-height:1.84}

    """

  private static let charts: Markup = """
    .chart{container-type:inline-size;margin:.5rem 0}
    .chart svg{width:100%;height:auto;display:block;overflow:visible}.spark{width:7.5rem;height:1.75rem}
    .wide{max-width:56rem}.narrow{max-width:27rem}
    .chart .narrow{display:none}
    @container (max-width:39rem){.chart .wide{display:none}.chart .narrow{display:block}}
    svg text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--ink);
    font-variant-numeric:tabular-nums;unicode-bidi:plaintext}
    svg .strong{font-weight:600}svg .muted{fill:var(--muted)}svg .warn{fill:var(--down)}
    svg .note,svg .halo{stroke:var(--ground);stroke-width:6px;stroke-linejoin:round;paint-order:stroke}
    svg .note{fill:var(--muted)}svg .halo{stroke-width:4px}
    svg .end{text-anchor:end}svg .middle{text-anchor:middle}
    .chart rect{rx:2px}svg .up{fill:var(--up)}svg .flat{fill:var(--flat)}svg .down{fill:var(--down)}
    svg .on-up{fill:var(--on-up)}svg .on-flat{fill:var(--on-flat)}svg .on-down{fill:var(--on-down)}
    svg .grid{stroke:var(--rule)}svg .axis{stroke:var(--flat)}svg .track{stroke:var(--rule);stroke-dasharray:1 3}
    svg .interval{stroke:var(--up);stroke-width:5;stroke-opacity:.4;stroke-linecap:round}
    svg .dot{fill:var(--up)}svg .before{fill:var(--ground);stroke:var(--up);stroke-width:2}
    svg .moved-up,svg .moved-down{stroke:var(--up);stroke-width:2}svg .moved-down{stroke:var(--down)}
    svg .line{fill:none;stroke:var(--up);stroke-width:2}svg .open{stroke-dasharray:5 4}
    svg .ghost{fill:none;stroke:var(--muted);stroke-width:1.5;stroke-dasharray:1 3}
    svg .was{fill:var(--ground);stroke:var(--muted);stroke-width:1.5}
    svg .ribbon{fill:var(--up);fill-opacity:.18}
    svg .curve{fill:none;stroke-width:2}svg .leader{fill:none}svg .cut{stroke-width:1}
    svg .target{fill:var(--ground);stroke-width:2.5}
    svg .s1{stroke:var(--s1)}svg .s2{stroke:var(--s2)}svg .s3{stroke:var(--s3)}svg .s4{stroke:var(--s4)}
    svg .curve.s2,svg .leader.s2{stroke-dasharray:8 3}svg .curve.s3,svg .leader.s3{stroke-dasharray:2 3}
    svg .curve.s4,svg .leader.s4{stroke-dasharray:9 3 2 3}
    svg .act{fill:var(--panel)}svg .bubble{fill:var(--up);fill-opacity:.75;stroke:var(--ground)}
    .key{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:.25rem 0;padding:0;font-size:.875rem}
    .key span{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-right:.4em}
    .key .up{background:var(--up)}.key .flat{background:var(--flat)}.key .down{background:var(--down)}

    """

  private static let tables: Markup = """
    summary{min-height:2.75rem;padding:.6rem 0;cursor:pointer;color:var(--link)}
    .scroll{overflow-x:auto;max-width:100%}.tall{max-height:34rem;overflow-y:auto;margin-top:1rem}
    .tall thead th{position:sticky;top:0;background:var(--ground)}
    table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums;min-width:min(100%,30rem)}
    caption{text-align:left;color:var(--muted);padding:.25rem 0}
    th,td{padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
    th{font-weight:600}tbody th{font-weight:400;min-width:9rem}
    thead th{overflow-wrap:break-word}td:not([class]){min-width:8rem}
    tbody th a{display:inline-block;min-height:2.75rem;min-width:2.75rem}
    .facts a{display:inline-block;min-height:2.75rem}
    .n{text-align:right}tbody .n,tbody .w{white-space:nowrap}
    code{font:.8125rem ui-monospace,Menlo,Consolas,monospace;color:var(--muted);overflow-wrap:anywhere}

    """

  /// Light on any screen; the charts on the first pages, then every table, opened, and the details.
  private static let paper: Markup = """
    @page{margin:8mm}
    @media print{:root{color-scheme:light;--ground:#fff;--panel:#fff;--ink:#000;--muted:#444;--rule:#bbb;
    --up:#0b6aa2;--flat:#8b949e;--down:#b5450b;--on-up:#fff;--on-flat:#000;--on-down:#fff;--link:#000;
    --s1:#00735c;--s2:#b5450b;--s3:#6a3d9a;--s4:#1b1f23}
    body{max-width:none;padding:0;font-size:9pt;line-height:1.25}
    h1{font-size:15pt}h2{font-size:12pt;margin:.4rem 0 .2rem;padding-top:.2rem}h3{font-size:10pt;margin:.4rem 0 0}
    p{max-width:none;margin:.1rem 0 .3rem}
    main{display:flex;flex-direction:column}main>section,#vendors,.detail{display:contents}
    .appendix{order:1;break-before:page}main>section>details,main>section>.small{order:2}
    #why:has(figure)>.scroll,#why:has(tr:nth-child(5))>.scroll{order:2}
    #segments>*,#vendors>*,.detail>*,#numbers>*,#checks>*{order:3}
    main>section>p,main>section>h3{break-after:avoid}
    .chart .wide{display:block;max-width:30rem}.chart .narrow{display:none}
    .chart{margin:.2rem 0}.chart,.tile,tr{break-inside:avoid}h2,h3,summary,caption{break-after:avoid}
    details::details-content{content-visibility:visible;display:block;height:auto}summary{display:none}
    .tiles{grid-template-columns:repeat(4,1fr)}.tile{border:1px solid var(--rule);padding:.2rem .4rem}.tile dd{line-height:1.2}
    .scroll{overflow:visible;max-height:none}table{font-size:8pt}code{font-size:7.5pt}tbody th a,.facts a{min-height:0}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

    """
}
