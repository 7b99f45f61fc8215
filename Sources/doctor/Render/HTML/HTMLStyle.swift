/// The style of the page that ``HTMLReport`` writes.
///
/// Colours come in pairs of a ground and an ink with a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), and no colour
/// says anything that a word or a sign beside it does not.
enum HTMLStyle {
    static let text = #"""
        :root {
          color-scheme: light dark;
          --page: #ffffff; --ink: #1a2027; --dim: #56606a; --soft: #f4f6f8; --line: #d3dae0; --link: #0b57d0;
          --pass: #d8f0df; --on-pass: #0c4a26; --profile: #d6eef4; --on-profile: #0a4657;
          --warn: #ffe9b5; --on-warn: #5a3c00; --fail: #f9d0cb; --on-fail: #7d130b;
          --skip: #edf0f3; --on-skip: #4d5761; --unknown: #e7e0f8; --on-unknown: #44327d;
          --changed: #ffdc7a; --on-changed: #3d2a00;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #14181c; --ink: #e5e9ed; --dim: #a3adb6; --soft: #1c2126; --line: #3a424a; --link: #8ab4f8;
            --pass: #16452b; --on-pass: #bdf0d0; --profile: #124452; --on-profile: #b9ebf7;
            --warn: #513e06; --on-warn: #ffe3a3; --fail: #66201a; --on-fail: #ffd7d2;
            --skip: #262c32; --on-skip: #b0bac3; --unknown: #3c3166; --on-unknown: #ded2ff;
            --changed: #6b5200; --on-changed: #fff0c2;
          }
        }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 4.5rem; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
        header, main, footer { max-width: 92rem; margin: 0 auto; padding: 0 1.25rem; }
        header { padding-top: 1.5rem; }
        h1 { font-size: 1.45rem; line-height: 1.25; margin: .25rem 0 .5rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; overflow-wrap: anywhere; }
        h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
        h4 { font-size: .9375rem; margin: .75rem 0 0; }
        p { margin: .35rem 0; max-width: 80ch; overflow-wrap: anywhere; }
        a { color: var(--link); }
        .dim { color: var(--dim); }
        .small { font-size: .875rem; }
        .said { white-space: pre-wrap; overflow-wrap: anywhere; }
        code, pre, .mono { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .875rem; }
        code { overflow-wrap: anywhere; }
        pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
        .skip-link { position: absolute; left: -100rem; }
        .skip-link:focus { left: 1rem; top: 1rem; background: var(--page); padding: .5rem; z-index: 9; }
        .script { display: none; }
        .scripted .script { display: revert; }
        [hidden] { display: none !important; }

        /* A status is a word on its colour. */
        .tag { display: inline-block; min-width: 3.6em; padding: 0 .5em; border-radius: 3px; text-align: center;
          font: 600 .8rem/1.6 ui-monospace, monospace; white-space: nowrap; }
        .pass { background: var(--pass); color: var(--on-pass); }
        .profile { background: var(--profile); color: var(--on-profile); }
        .warn { background: var(--warn); color: var(--on-warn); }
        .fail { background: var(--fail); color: var(--on-fail); }
        .skip { background: var(--skip); color: var(--on-skip); }
        .unknown { background: var(--unknown); color: var(--on-unknown); }

        /* The conclusion, and the bar with the counts that are also the filter. */
        .lead { border-left: 5px solid var(--line); padding: .1rem 0 .1rem 1rem; margin: .75rem 0; }
        .lead.bad { border-color: var(--on-fail); }
        .lead.good { border-color: var(--on-pass); }
        .bar { position: sticky; top: 0; z-index: 5; background: var(--page); border-bottom: 1px solid var(--line);
          margin: .75rem -1.25rem 0; padding: .6rem 1.25rem; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
        .chip { border: 1px solid transparent; border-radius: 999px; padding: .15rem .75rem; font: 600 .875rem/1.5 inherit;
          font-family: inherit; }
        .scripted button.chip { cursor: pointer; }
        .chip[aria-pressed="true"] { border-color: currentColor; box-shadow: inset 0 0 0 1px currentColor; }
        .chip[aria-pressed="true"]::before { content: "\2713\00a0"; }
        .bar input { flex: 1 1 12rem; min-width: 8rem; max-width: 28rem; font: inherit; color: inherit;
          background: var(--soft); border: 1px solid var(--dim); border-radius: 4px; padding: .25rem .6rem; }

        .bar input::placeholder { color: var(--dim); opacity: 1; }

        /* A command to copy, never wrapped by words that are not its own. */
        .command { display: flex; align-items: flex-start; gap: .5rem; background: var(--soft);
          border: 1px solid var(--line); border-radius: 4px; padding: .4rem .4rem .4rem .75rem; margin: .3rem 0; max-width: 100%; }
        .command pre { flex: 1; align-self: center; }
        button.plain { font: inherit; font-size: .875rem; color: var(--link); background: var(--page); cursor: pointer;
          border: 1px solid var(--line); border-radius: 4px; padding: .1rem .6rem; }

        /* A finding, a group of cells, a case. */
        .item { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); gap: 0 .75rem; padding: .75rem 0;
          border-top: 1px solid var(--line); }
        .item > .tag { justify-self: start; align-self: start; margin-top: .1rem; }
        .remedy { margin: .5rem 0; }
        .remedy > p::before { content: "\2192\00a0"; color: var(--dim); }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem 1rem; margin: .4rem 0; font-size: .875rem; }
        dt { color: var(--dim); }
        dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
        dl.wide dt, dl.wide dd { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
        details { margin: .3rem 0; }
        summary { cursor: pointer; }
        details.item { display: block; padding: 0; margin: 0; }
        details.item > summary { display: flex; flex-wrap: wrap; gap: .15rem .75rem; align-items: baseline; padding: .5rem 0; }
        details.item > summary::before { content: "\25B8"; color: var(--dim); width: .8em; }
        details.item[open] > summary::before { content: "\25BE"; }
        details.item > summary::-webkit-details-marker { display: none; }
        details.item > .body { padding: 0 0 1rem 1.55rem; }
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

        /* What was signed against what was expected: the bytes that differ are marked and underlined. */
        .compare { border: 1px solid var(--line); border-radius: 4px; margin: .5rem 0; overflow: hidden; }
        .compare > .title { background: var(--soft); padding: .25rem .75rem; font-size: .875rem; color: var(--dim); }
        .compare > .row { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: .5rem; padding: .25rem .75rem;
          border-top: 1px solid var(--line); }
        .compare .name { color: var(--dim); font-size: .875rem; }
        mark { background: var(--changed); color: var(--on-changed); text-decoration: underline; text-underline-offset: 3px;
          border-radius: 2px; }
        mark:empty::before { content: "\2038"; }
        .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: .75rem; }
        .sides pre { background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: .5rem .75rem; }
        pre.laid-out { white-space: pre; overflow-x: auto; }
        .sides h4 { margin: .5rem 0 .25rem; font-size: .875rem; }
        .sides .small { margin: .35rem 0 .15rem; }

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

        dialog { color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: 6px; padding: 0;
          width: min(46rem, calc(100vw - 2rem)); max-height: calc(100vh - 2rem); }
        dialog::backdrop { background: rgb(0 0 0 / 45%); }
        dialog header { display: flex; gap: 1rem; align-items: flex-start; padding: 1rem 1.25rem .5rem; }
        dialog header h2 { flex: 1; margin: 0; overflow-wrap: anywhere; }
        dialog .body { padding: 0 1.25rem 1.25rem; }
        footer { color: var(--dim); font-size: .875rem; padding-top: 2rem; padding-bottom: 3rem; }
        kbd { font: inherit; border: 1px solid var(--line); border-radius: 3px; padding: 0 .3em; background: var(--soft); }

        @media (max-width: 40rem) {
          header, main, footer { padding-left: 1rem; padding-right: 1rem; }
          .bar { margin-left: -1rem; margin-right: -1rem; padding-left: 1rem; padding-right: 1rem; }
          h1 { font-size: 1.25rem; }
          .item { grid-template-columns: minmax(0, 1fr); gap: .25rem; }
          .compare > .row { grid-template-columns: minmax(0, 1fr); gap: 0; }
          .grid th[scope="row"], .grid thead th:first-child { max-width: 9.5rem; min-width: 8.25rem;
            padding: .1rem .4rem; font-size: .6875rem; }
          dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
          dd { margin-bottom: .35rem; }
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
