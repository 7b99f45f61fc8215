/// The page that ``HTMLReport`` fills.
enum HTMLTemplate {
    static let text = #"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>doctor {{command}}: {{counts}}</title>
        <style>
        :root { color-scheme: light dark; --ink: #1b1f24; --dim: #667079; --line: #d9dee3; --page: #fff; --soft: #f5f7f8;
          --fail: #b3261e; --warn: #8a5a00; --pass: #1a6b3c; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e4e7ea; --dim: #98a1a9; --line: #343a40; --page: #15181b;
          --soft: #1d2125; --fail: #ff8a80; --warn: #e8b04b; --pass: #7fd1a0; } }
        body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; background: var(--page); color: var(--ink);
          font: 15px/1.5 system-ui, sans-serif; }
        h1 { font-size: 1.3rem; margin: 0; } h2 { font-size: 1rem; margin: 2rem 0 .5rem; }
        code, pre, td, th { font-family: ui-monospace, monospace; font-size: .86rem; }
        pre { background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: .5rem .75rem;
          overflow-x: auto; margin: .25rem 0; }
        .dim { color: var(--dim); } .conclusion { border-left: 4px solid var(--pass); padding: .25rem 1rem; margin: 1rem 0;
          white-space: pre-wrap; } .conclusion.fail { border-color: var(--fail); }
        .item { display: grid; grid-template-columns: 3.5rem 1fr; margin: .5rem 0; } .item p { margin: .15rem 0; }
        .said { white-space: pre-wrap; overflow-wrap: anywhere; }
        .mark { font-family: ui-monospace, monospace; font-size: .86rem; }
        .fail > .mark, td.fail { color: var(--fail); font-weight: 600; } .warn > .mark, td.warn { color: var(--warn); }
        .pass > .mark, td.pass { color: var(--pass); } .skip > .mark, td.skip, td.unknown { color: var(--dim); }
        .table { overflow-x: auto; } table { border-collapse: collapse; } td, th { border: 1px solid var(--line);
          padding: .2rem .5rem; text-align: left; font-weight: normal; overflow-wrap: anywhere; }
        td.name { white-space: nowrap; } summary { color: var(--dim); cursor: pointer; font-size: .86rem; }
        </style>
        </head>
        <body>
        <h1>doctor {{command}}</h1>
        <div class="dim">{{#target}}{{target}}<br>{{/target}}{{startedAt}}, doctor {{version}}</div>
        <div class="conclusion{{#failed}} fail{{/failed}}"><strong>{{counts}}</strong>{{#conclusion}}
        {{conclusion}}{{/conclusion}}</div>
        {{#checks}}
        <h2>{{name}}</h2>
        {{#findings}}
        <div class="item {{status}}"><span class="mark">{{mark}}</span><div>
        <div><strong>{{title}}</strong> <code class="dim">{{code}}{{#confidence}}, {{confidence}}{{/confidence}}</code></div>
        {{#detail}}<p class="said">{{detail}}</p>{{/detail}}
        {{#difference}}<pre>{{difference}}</pre>{{/difference}}
        {{#comparison}}<pre>{{comparison}}</pre>{{/comparison}}
        {{#remedies}}<p>{{text}}</p>{{#command}}<pre>{{command}}</pre>{{/command}}{{/remedies}}
        {{#hasEvidence}}<details><summary>evidence</summary><div class="table"><table>
        {{#evidence}}<tr><td class="name">{{name}}</td><td>{{value}}</td></tr>
        {{/evidence}}</table></div></details>{{/hasEvidence}}
        </div></div>
        {{/findings}}
        {{/checks}}
        {{#hasModels}}
        <h2>models</h2>
        {{#matrix}}
        <div class="table"><table><tr><th></th>{{#regions}}<th>{{.}}</th>{{/regions}}</tr>
        {{#rows}}<tr><td class="name">{{model}}</td>{{#cells}}<td class="{{status}}">{{verdict}}</td>{{/cells}}</tr>
        {{/rows}}</table></div>
        {{/matrix}}
        {{#cells}}
        <div class="item {{status}}"><span class="mark">{{mark}}</span><div>
        <div><strong>{{model}}</strong> in {{region}}: {{verdict}} <span class="dim">{{facts}}</span></div>
        {{#message}}<p class="said dim">{{message}}</p>{{/message}}
        {{#remedies}}<p>{{text}}</p>{{#command}}<pre>{{command}}</pre>{{/command}}{{/remedies}}
        </div></div>
        {{/cells}}
        {{/hasModels}}
        {{#hasCases}}
        <h2>cases</h2>
        <p>{{passedCases}} passed</p>
        {{#cases}}
        <div class="item {{status}}"><span class="mark">{{mark}}</span><div>
        <div><strong>{{id}}</strong> <span class="dim">{{stage}}</span></div>
        {{#message}}<pre>{{message}}</pre>{{/message}}
        </div></div>
        {{/cases}}
        {{/hasCases}}
        {{#hasNotes}}
        <h2>notes</h2>
        <ul>{{#notes}}<li>{{.}}</li>{{/notes}}</ul>
        {{/hasNotes}}
        </body>
        </html>

        """#
}
