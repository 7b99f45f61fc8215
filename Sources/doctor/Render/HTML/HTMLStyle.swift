/// The style of the page that ``HTMLReport`` writes, beside what it shares with others.
enum HTMLStyle {
    static let text = PageStyle.text + own

    private static let own = #"""
        html { scroll-padding-top: 4.5rem; }

        /* The bar with the counts that are also the filter. */
        .bar { position: sticky; top: 0; z-index: 5; background: var(--page); border-bottom: 1px solid var(--line);
          margin: .75rem -1.25rem 0; padding: .6rem 1.25rem; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
        .bar input { flex: 1 1 12rem; min-width: 8rem; max-width: 28rem; font: inherit; color: inherit;
          background: var(--soft); border: 1px solid var(--dim); border-radius: 4px; padding: .25rem .6rem; }
        .bar input::placeholder { color: var(--dim); opacity: 1; }

        /* Groups of cells, and cases. */
        .model { margin-top: 1.5rem; content-visibility: auto; contain-intrinsic-size: auto 12rem; }
        .cases th, .cases td { padding: .15rem .6rem; border-bottom: 1px solid var(--line); text-align: center; }
        .cases th[scope="row"] { text-align: left; font: 400 .8125rem/1.35 ui-monospace, monospace; overflow-wrap: anywhere; }
        .cases thead th, .cases tr.family th { background: var(--page); text-align: left; position: sticky; }
        .cases thead th { top: 0; z-index: 2; vertical-align: bottom; text-align: center; }
        .cases thead th:first-child, .cases tr.family th { left: 0; text-align: left; }
        .cases tr.family th { padding-top: .6rem; position: static; }
        .cases .tag a { color: inherit; }
        .adapters { padding-left: 1.1rem; }
        .item { scroll-margin-top: 4.5rem; }
        .passed { content-visibility: auto; contain-intrinsic-size: auto 3rem; }
        .model > h3 { padding-bottom: .35rem; }

        /* The table of models and regions. */
        .legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .5rem 0; padding: 0; list-style: none; font-size: .875rem; }
        .legend .tag { min-width: 1.9em; }
        .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 4px; max-width: max-content; max-height: 80vh; }
        table { border-collapse: separate; border-spacing: 0; font-size: .875rem; }
        th { font-weight: 600; text-align: left; }
        .grid th { background: var(--page); }
        .grid thead th { position: sticky; top: 0; z-index: 3; vertical-align: bottom; padding: .4rem; border-bottom: 1px solid var(--line); }
        .grid th[scope="row"], .grid thead th:first-child { position: sticky; left: 0; z-index: 2; max-width: 24rem; min-width: 8rem;
          padding: .1rem .75rem; border-right: 1px solid var(--line); overflow-wrap: anywhere;
          font: 400 .75rem/1.35 ui-monospace, monospace; text-align: left !important; }
        @media (min-width: 75rem) { .grid th[scope="row"] { white-space: nowrap; } }
        .grid thead th:first-child { z-index: 4; }
        .grid thead tr.accounts th { height: 2rem; padding: .2rem .4rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
          text-align: left; border-left: 1px solid var(--line); }
        .grid thead tr.accounts + tr th { top: 2rem; }
        .grid.dense thead th span { writing-mode: vertical-rl; transform: rotate(180deg); font-weight: 400; white-space: nowrap; }
        .grid td { padding: 1px; }
        .grid.dense thead th.region { padding: .4rem 0; text-align: center; }
        .grid.dense thead th span { display: inline-block; }
        .grid.dense .meter { width: 2.5rem; }
        .grid:not(.dense) thead th.region { white-space: nowrap; }
        .grid td a { display: block; min-width: 1.85rem; padding: .2rem .3rem; text-align: center; text-decoration: none;
          border-radius: 3px; font: 600 .8125rem/1.3 ui-monospace, monospace; color: inherit; background: inherit; white-space: nowrap; }
        .grid.dense td a { min-width: 1.4rem; padding: .2rem 0; }
        .grid td.pass, .grid td.profile, .grid td.warn, .grid td.fail, .grid td.skip, .grid td.unknown { background: none; }
        .grid td.pass a { background: var(--pass); } .grid td.profile a { background: var(--profile); }
        .grid td.warn a { background: var(--warn); } .grid td.fail a { background: var(--fail); }
        .grid td.skip a { background: var(--skip); } .grid td.unknown a { background: var(--unknown); }
        .grid td a:hover { text-decoration: underline; }
        .grid td a:focus-visible { outline-offset: 0; }
        .grid td.off a { background: none; color: transparent; border: 1px dotted var(--line); }
        .grid .time { padding: 0 .75rem; white-space: nowrap; text-align: right; color: var(--dim); }
        .meter { width: 5rem; height: .55rem; vertical-align: middle; background: var(--soft); border-radius: 2px; }
        .meter rect { fill: var(--dim); }
        .list th, .list td { padding: .15rem 1rem .15rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
        .list { max-width: 100%; }
        .wide-scroll { overflow-x: auto; }
        .changes td:nth-child(n+3) { overflow-wrap: break-word; min-width: 7rem; }
        /* On a phone each change is a block: what it was stands above what it is. */
        @media (max-width: 40rem) {
          .changes thead { display: none; }
          .changes tr:not([hidden]) { display: grid; grid-template-columns: auto 1fr; gap: .1rem .6rem; border-bottom: 1px solid var(--line); padding: .35rem 0; }
          .changes td { border: 0; padding: 0; }
          .changes td:first-child { grid-row: 1 / span 3; }
          .changes td:nth-child(3)::before { content: "before: "; color: var(--dim); }
          .changes td:nth-child(4)::before { content: "after: "; color: var(--dim); }
        }

        footer { color: var(--dim); font-size: .875rem; padding-top: 2rem; padding-bottom: 3rem; }
        kbd { font: inherit; border: 1px solid var(--line); border-radius: 3px; padding: 0 .3em; background: var(--soft); }

        @media (max-width: 40rem) {
          .bar { margin-left: -1rem; margin-right: -1rem; padding-left: 1rem; padding-right: 1rem; }
          .grid th[scope="row"], .grid thead th:first-child { max-width: 9.5rem; min-width: 8.25rem;
            padding: .1rem .4rem; font-size: .6875rem; }
          .meter { width: 3rem; }
          details.item > .body { padding-left: .25rem; }
          .keys { display: none !important; }
        }
        @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

        /* Paper: everything open, nothing to press, black on white. */
        @page { margin: 12mm; }
        @page landscape { size: landscape; margin: 10mm; }
        @media print {
          :root {
            --page: #fff; --ink: #000; --dim: #333; --soft: #fff; --line: #999; --link: #000;
            --pass: #fff; --on-pass: #000; --profile: #fff; --on-profile: #000; --warn: #fff; --on-warn: #000;
            --fail: #fff; --on-fail: #000; --skip: #fff; --on-skip: #000; --unknown: #fff; --on-unknown: #000;
            --changed: #fff; --on-changed: #000;
          }
          body { font-size: 10pt; }
          header, main, footer { max-width: none; padding: 0; }
          .bar { position: static; margin: 0; padding: .25rem 0; border: 0; }
          .chip { border: 1px solid var(--line); }
          .script, .scripted .script, .skip-link, dialog { display: none !important; }
          .tag { border: 1px solid var(--line); }
          .tag.fail, .grid td.fail a { font-weight: 800; border: 2px solid #000; }
          mark { font-weight: 700; text-decoration: underline 2px; }
          .scroll, .wide-scroll { overflow: visible; max-height: none; border: 0; }
          body.wide-sheet { page: landscape; }
          .grid thead th, .grid th[scope="row"], .grid thead th:first-child { position: static; }
          .grid.dense td a { min-width: 0; padding: 0 1px; font-size: 7pt; border: 1px solid #bbb; }
          .grid.dense th[scope="row"] { max-width: 16rem; }
          .grid.dense th { font-size: 7pt !important; }
          .grid .time .meter { display: none; }
          tr, .item, .compare, .remedy { break-inside: avoid; }
          details.item { break-inside: auto; }
          h2, h3 { break-after: avoid; }
          details::details-content { content-visibility: visible; display: block; height: auto; }
          summary::before, summary::marker { content: "" !important; }
          a { text-decoration: none; color: inherit; }
        }

        """#
}
