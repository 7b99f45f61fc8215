/// What every page of ours looks like: the report of ``HTMLReport`` and the live page of `doctor serve`.
///
/// Colours come in pairs of a ground and an ink with a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), and no colour
/// says anything that a word or a sign beside it does not.
enum PageStyle {
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

        /* The conclusion, and the counts that are also a filter. */
        .lead { border-left: 5px solid var(--line); padding: .1rem 0 .1rem 1rem; margin: .75rem 0; }
        .lead.bad { border-color: var(--on-fail); }
        .lead.good { border-color: var(--on-pass); }
        .chip { border: 1px solid transparent; border-radius: 999px; padding: .15rem .75rem; font: 600 .875rem/1.5 inherit;
          font-family: inherit; }
        .scripted button.chip { cursor: pointer; }
        .chip[aria-pressed="true"] { border-color: currentColor; box-shadow: inset 0 0 0 1px currentColor; }
        .chip[aria-pressed="true"]::before { content: "\2713\00a0"; }

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

        dialog { color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: 6px; padding: 0;
          width: min(46rem, calc(100vw - 2rem)); max-height: calc(100vh - 2rem); }
        dialog::backdrop { background: rgb(0 0 0 / 45%); }
        dialog header { display: flex; gap: 1rem; align-items: flex-start; padding: 1rem 1.25rem .5rem; }
        dialog header h2 { flex: 1; margin: 0; overflow-wrap: anywhere; }
        dialog .body { padding: 0 1.25rem 1.25rem; }

        @media (max-width: 40rem) {
          header, main, footer { padding-left: 1rem; padding-right: 1rem; }
          h1 { font-size: 1.25rem; }
          .item { grid-template-columns: minmax(0, 1fr); gap: .25rem; }
          .compare > .row { grid-template-columns: minmax(0, 1fr); gap: 0; }
          dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
          dd { margin-bottom: .35rem; }
        }

        """#
}
