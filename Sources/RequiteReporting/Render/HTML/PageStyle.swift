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
    --up:#0b6aa2;--flat:#8b949e;--down:#b5450b;--on-up:#fff;--on-flat:#1b1f23;--on-down:#fff;--link:#0b6aa2}
    @media (prefers-color-scheme:dark){:root{--ground:#14171a;--panel:#1d2126;--ink:#e6edf3;--muted:#9aa7b4;--rule:#3a424b;
    --up:#5ab0e6;--flat:#7d8793;--down:#f0884d;--on-up:#14171a;--on-flat:#14171a;--on-down:#14171a;--link:#5ab0e6}}

    """

  private static let layout: Markup = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0 auto;max-width:62rem;padding:1rem;background:var(--ground);color:var(--ink);
    font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
    h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 .5rem;text-wrap:balance}
    h2{font-size:1.25rem;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--rule)}
    h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
    h1,h2,h3,td,th,dd,a{overflow-wrap:anywhere}
    p{margin:.25rem 0 .75rem;max-width:46rem}
    a{color:var(--link)}
    a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}
    section:target>h2{outline:2px solid var(--link);outline-offset:4px}
    .muted{color:var(--muted)}.small{font-size:.875rem}
    .warning{border-left:4px solid var(--down);background:var(--panel);padding:.5rem .75rem;max-width:none}
    .sound{color:var(--muted)}
    footer{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid var(--rule)}
    dl{margin:0}dt{color:var(--muted)}dd{margin:0}
    .facts{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:.5rem 0}
    @media (max-width:30rem){.facts{grid-template-columns:1fr}.facts dd{margin-bottom:.35rem}h1{font-size:1.3rem}}

    """

  private static let tiles: Markup = """
    .cards{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));margin:.75rem 0}
    .card{border:1px solid var(--rule);border-radius:.5rem;padding:.75rem;min-width:0;break-inside:avoid}
    .card h3{margin:0 0 .25rem}
    .card h3 a{display:flex;align-items:center;min-height:2.75rem}
    .tiles{display:grid;gap:.5rem;grid-template-columns:1fr 1fr}
    .card:only-child .tiles{grid-template-columns:repeat(auto-fit,minmax(8rem,1fr))}
    .tile{background:var(--panel);border-radius:.375rem;padding:.5rem .6rem;min-width:0}
    .tile dt{font-size:.8125rem}
    .tile dd{font-size:.8125rem;color:var(--muted);margin:0}
    .tile .value{font-size:1.5rem;line-height:1.3;color:var(--ink);font-variant-numeric:tabular-nums}

    """

  private static let charts: Markup = """
    .pair{display:grid;gap:0 1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr))}
    .pair>div{min-width:0}
    .chart{container-type:inline-size;margin:.5rem 0}
    .chart svg{width:100%;height:auto;display:block;overflow:visible}
    .wide{max-width:56rem}.narrow{max-width:27rem}
    .chart .narrow{display:none}
    @container (max-width:39rem){.chart .wide{display:none}.chart .narrow{display:block}}
    svg text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--ink);
    font-variant-numeric:tabular-nums}
    svg .strong{font-weight:600}svg .muted{fill:var(--muted)}
    svg .note{fill:var(--muted);stroke:var(--ground);stroke-width:6px;paint-order:stroke}
    svg .end{text-anchor:end}svg .middle{text-anchor:middle}
    svg .up{fill:var(--up)}svg .flat{fill:var(--flat)}svg .down{fill:var(--down)}
    svg .on-up{fill:var(--on-up)}svg .on-flat{fill:var(--on-flat)}svg .on-down{fill:var(--on-down)}
    svg .grid{stroke:var(--rule)}svg .track{stroke:var(--rule);stroke-dasharray:1 3}
    svg .interval{stroke:var(--up);stroke-width:5;stroke-opacity:.4;stroke-linecap:round}
    svg .dot{fill:var(--up)}svg .before{fill:var(--ground);stroke:var(--up);stroke-width:2}
    svg .line{fill:none;stroke:var(--up);stroke-width:2}svg .ribbon{fill:var(--up);fill-opacity:.18}
    .key{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:.25rem 0;padding:0;font-size:.875rem}
    .key span{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-right:.4em}
    .key .up{background:var(--up)}.key .flat{background:var(--flat)}.key .down{background:var(--down)}

    """

  private static let tables: Markup = """
    summary{min-height:2.75rem;padding:.6rem 0;cursor:pointer;color:var(--link)}
    .scroll{overflow-x:auto;max-width:100%}
    table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums;min-width:min(100%,30rem)}
    caption{text-align:left;color:var(--muted);padding:.25rem 0}
    th,td{padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
    th{font-weight:600}tbody th{font-weight:400;min-width:9rem}
    .number{text-align:right;white-space:nowrap}.whole{white-space:nowrap}
    code{font:.8125rem ui-monospace,Menlo,Consolas,monospace;color:var(--muted);overflow-wrap:anywhere}

    """

  private static let paper: Markup = """
    @media print{:root{color-scheme:light;--ground:#fff;--panel:#fff;--ink:#000;--muted:#444;--rule:#bbb;
    --up:#0b6aa2;--flat:#8b949e;--down:#b5450b;--on-up:#fff;--on-flat:#000;--on-down:#fff;--link:#000}
    body{max-width:none;padding:0;font-size:11pt}.chart,.card,tr{break-inside:avoid}h2,h3{break-after:avoid}
    summary{min-height:0}.tile{border:1px solid var(--rule)}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

    """
}
