/// The style of the live page, beside what it shares with the report.
enum LivePageStyle {
    static let text = PageStyle.text + own

    private static let own = #"""
        header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; padding-top: .75rem; }
        header h1 { margin: 0; }
        header .command { margin: 0; padding: .15rem .15rem .15rem .6rem; }
        header, main { max-width: 120rem; }
        .state { margin: 0; font-size: .875rem; }
        .state::before { content: "\25CB\00a0"; }
        .state.live::before { content: "\25CF\00a0"; }
        .state.gone { background: var(--fail); color: var(--on-fail); padding: .1rem .6rem; border-radius: 3px; }
        button, select, input, textarea { font: inherit; color: inherit; }
        select, input, textarea { background: var(--soft); border: 1px solid var(--dim); border-radius: 4px; padding: .3rem .6rem; max-width: 100%; }
        input::placeholder { color: var(--dim); opacity: 1; }
        button.main { background: var(--link); color: var(--page); border: 1px solid var(--link); border-radius: 4px; padding: .3rem 1rem; cursor: pointer; }
        button:disabled { opacity: .6; cursor: default; }
        button.plain, .file { min-height: 1.75rem; }

        .tabs { gap: .25rem; border-bottom: 1px solid var(--line); margin-top: .5rem; }
        .scripted .tabs { display: flex; }
        [role="tab"] { background: none; border: 0; border-bottom: 3px solid transparent; padding: .5rem .75rem; color: var(--dim); cursor: pointer; }
        [role="tab"][aria-selected="true"] { color: var(--ink); border-color: var(--link); font-weight: 600; }
        [role="tab"]:focus-visible { outline-offset: -3px; }
        [tabindex="-1"]:focus-visible { outline-offset: -3px; }
        [role="tabpanel"]:focus-visible { outline: none; }

        /* The list. Its rows have one height, so that only those in sight need be there. */
        .bar { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; padding: .6rem 0; }
        .bar input { flex: 1 1 8.5rem; min-width: 8.5rem; }
        .bar label { display: flex; gap: .4rem; align-items: center; font-size: .875rem; min-width: 0; }
        .bar select { min-width: 0; max-width: 8.5rem; text-overflow: ellipsis; }
        #list { position: relative; overflow-y: auto; overflow-anchor: none; border: 1px solid var(--line); border-radius: 4px; max-height: 60vh; }
        #list:focus-visible { outline-offset: -2px; }
        #rows { position: relative; overflow: hidden; }
        .row[role="option"] { position: absolute; left: 0; right: 0; height: 3.5rem; padding: .35rem .75rem; cursor: pointer;
          border-bottom: 1px solid var(--line); display: grid; grid-template-columns: 6rem minmax(0, 1fr) fit-content(9rem); gap: 0 .6rem; align-content: center; font-size: .875rem; line-height: 1.4; }
        .row[role="option"] > span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        .row .tag { justify-self: start; width: 5.4rem; }
        .row[role="option"]:hover { background: var(--soft); }
        .row[aria-selected="true"] { background: var(--soft); box-shadow: inset 4px 0 0 var(--link); }
        #list:focus-visible .row.active { outline: 2px solid var(--link); outline-offset: -2px; }
        .row .end { text-align: right; }
        .row .whole { grid-column: 2 / -1; }

        .pane { padding: 0 0 2rem; min-width: 0; }
        dl { max-width: 60rem; }
        .pane h2 { margin: .75rem 0 .25rem; }
        .back { margin: .25rem 0 .5rem; }
        .pane .head { display: flex; flex-wrap: wrap; gap: .35rem .75rem; align-items: baseline; }
        .pane .head .tag { align-self: center; }
        .causes { list-style: none; padding: 0; margin: .5rem 0; }
        .causes button { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); gap: .75rem; width: 100%; text-align: left; cursor: pointer;
          background: none; border: 0; border-top: 1px solid var(--line); padding: .5rem .25rem; overflow-wrap: anywhere; }
        .causes button:hover { background: var(--soft); }
        .causes code { display: block; }
        .causes .count { text-align: right; font-variant-numeric: tabular-nums; }

        /* The texts that were signed. A line is a line: they scroll, each for itself. */
        .signed { margin-top: 1.25rem; }
        .sides { grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); }
        .sides figure { margin: 0; min-width: 0; }
        .sides figcaption { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; justify-content: space-between; font-size: .875rem; margin: .25rem 0; }
        .sides figure pre { white-space: pre; overflow-x: auto; overflow-wrap: normal; line-height: 1.6; padding: .4rem 0; }
        .sides figure code { display: inline-block; min-width: 100%; overflow-wrap: normal; }
        .line { display: block; min-height: 1.6em; padding: 0 .75rem; }
        .line.differs { background: var(--page); box-shadow: inset 4px 0 0 var(--on-changed); }
        .line.absent { color: var(--dim); font-style: italic; }
        .odd { unicode-bidi: isolate; border: 1px dotted currentColor; border-radius: 2px; padding: 0 .15em; text-decoration: none; }
        .odd small { font-size: .75em; padding-left: .25em; }
        mark .odd { border-style: solid; }

        .form { display: grid; grid-template-columns: 9rem minmax(0, 34rem); gap: .5rem 1rem; align-items: center; margin: .75rem 0; }
        .form > p, .form > button { grid-column: 2; margin: 0; }
        .form > button { justify-self: start; }
        #paste { grid-template-columns: minmax(0, 60rem); }
        #paste > * { grid-column: 1; }
        textarea { width: 100%; resize: vertical; font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .875rem; }
        .buttons { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; }
        .file { position: relative; font-size: .875rem; color: var(--link); border: 1px solid var(--line); border-radius: 4px; padding: .15rem .8rem; cursor: pointer; overflow: hidden; display: inline-flex; align-items: center; }
        .file input { position: absolute; inset: 0; opacity: 0; cursor: pointer; }
        .file:focus-within { outline: 3px solid var(--link); outline-offset: 2px; }
        .dropping { outline: 2px dashed var(--link); outline-offset: 4px; }
        .wrong { color: var(--on-fail); background: var(--fail); padding: .25rem .6rem; border-radius: 3px; white-space: pre-wrap; }
        .switch { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .25rem 1rem; align-items: center; border-top: 1px solid var(--line); padding: .5rem 0; max-width: 60rem; }
        .switch p { margin: 0; }

        /* Where there is room, the list and what is chosen in it stand beside each other and scroll each for itself. */
        @media (min-width: 64rem) and (min-height: 30rem) {
          body { height: 100vh; height: 100dvh; display: flex; flex-direction: column; }
          header, main { width: 100%; }
          main { flex: 1; min-height: 0; display: flex; flex-direction: column; }
          [role="tabpanel"] { flex: 1; min-height: 0; overflow-y: auto; }
          .panes { height: 100%; display: grid; grid-template-columns: clamp(23rem, 32%, 34rem) minmax(0, 1fr); gap: 1.5rem; }
          .list-pane { min-height: 0; display: flex; flex-direction: column; padding-bottom: .75rem; }
          #list { flex: 1; max-height: none; min-height: 0; }
          .pane { overflow-y: auto; min-height: 0; padding-right: .25rem; }
        }
        /* Where there is none, a chosen request takes the place of the list. */
        @media (max-width: 63.99rem), (max-height: 29.99rem) {
          .chosen .list-pane { display: none; }
        }
        @media (max-width: 90rem) { .row .fraction { display: none; } }
        @media (max-width: 40rem) {
          header { padding-top: .5rem; }
          header .command { flex: 1 1 100%; order: 3; }
          button.plain, button.main, .file, select, .bar input { min-height: 2.5rem; }
          .chip { padding: .4rem .75rem; }
          .bar label { flex: 1 1 100%; }
          .bar select { flex: 1; max-width: none; }
          .pane > dl { grid-template-columns: max-content minmax(0, 1fr); gap: .15rem 1rem; }
          .pane > dl dd { margin: 0; }
          .form { grid-template-columns: minmax(0, 1fr); gap: .25rem; }
          .form > p, .form > button { grid-column: 1; }
          .form > label { margin-top: .5rem; }
          [role="tab"] { padding: .7rem .75rem; }
          .row[role="option"] { grid-template-columns: 5.4rem minmax(0, 1fr) fit-content(7rem); padding: .35rem .5rem; }
        }

        """#
}
