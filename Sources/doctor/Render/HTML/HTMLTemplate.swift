/// The templates that ``HTMLReport`` fills: the page, and the parts that stand in it several times.
///
/// A name with a point before it is looked up in the value at hand only, not in those around it.
enum HTMLTemplate {
    /// All of them, by the names under which they call each other.
    static func library() throws(MustacheLibrary.Fault) -> MustacheLibrary {
        try MustacheLibrary(
            templates: [
                "page": page, "command": command, "remedy": remedy, "facts": facts, "finding": finding,
                "comparison": comparison, "code": code, "models": models, "group": group, "cases": cases,
                "time": time,
            ])
    }

    private static let page = #"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{{policy}}">
        <meta name="referrer" content="no-referrer">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{title}}</title>
        <style>{{{style}}}</style>
        </head>
        <body{{#wide}} class="wide-sheet"{{/wide}}>
        <a class="skip-link" href="#results">Skip to the results</a>
        <header>
        <div class="dim small">doctor {{command}}{{#target}} &middot; {{.}}{{/target}}</div>
        <h1>{{headline}}</h1>
        {{#lead}}
        <div class="lead {{mood}}">
        {{#.code}}<p class="small"><code>{{.}}</code></p>{{/.code}}
        {{#.next}}<p>Next:{{#.words}} {{.}}{{/.words}}</p>{{#.typed}}{{> command}}{{/.typed}}{{/.next}}
        </div>
        {{/lead}}
        </header>
        <main id="results">
        <div class="bar" role="search">
        {{#chips}}<button type="button" class="chip {{.status}}" value="{{.status}}" disabled>{{.text}}</button>
        {{/chips}}<input id="filter" class="script" type="search" autocomplete="off" spellcheck="false" aria-label="Filter by words" placeholder="Filter by words">
        <span id="status" class="dim small" role="status"></span>
        </div>
        <p id="nothing" class="dim" hidden>Nothing matches the filter.</p>
        {{#sections}}
        <section class="filtered">
        <h2>{{.name}}</h2>
        {{#.call}}<p><code>{{.}}</code></p>{{/.call}}
        {{#.findings}}{{> finding}}{{/.findings}}
        </section>
        {{/sections}}
        {{#pages}}
        <section class="filtered">
        <h2>Codes</h2>
        {{#.codes}}{{> code}}{{/.codes}}
        </section>
        {{/pages}}
        {{#models}}{{> models}}{{/models}}
        {{#cases}}{{> cases}}{{/cases}}
        {{#notes}}
        <section>
        <h2>Notes</h2>
        <ul>{{#.list}}<li>{{.}}</li>{{/.list}}</ul>
        </section>
        {{/notes}}
        </main>
        <footer>
        <p>doctor {{version}}, {{startedAt}}, {{duration}}</p>
        <p class="script keys"><kbd>/</kbd> filter, <kbd>Esc</kbd> clear or close{{#models}}, arrow keys move in the table, <kbd>Enter</kbd> opens a cell{{/models}}</p>
        </footer>
        {{#models}}
        <dialog aria-labelledby="cell-title">
        <header><h2 id="cell-title"></h2><a id="cell-link" href="#results">Link</a><button type="button" class="plain close">Close</button></header>
        <div class="body"></div>
        </dialog>
        {{/models}}
        <script>{{{script}}}</script>
        </body>
        </html>

        """#

    private static let command = #"""
        <div class="command"><pre><code>{{.}}</code></pre><button type="button" class="plain copy script">Copy</button></div>
        """#

    private static let remedy = #"""
        <div class="remedy"><p>{{.text}}</p>{{#.command}}{{> command}}{{/.command}}</div>
        """#

    private static let facts = #"""
        {{#.facts}}<dt>{{.name}}</dt><dd>{{.value}}</dd>{{/.facts}}
        """#

    private static let finding = #"""
        <article class="item" data-status="{{.status}}">
        <span class="tag {{.status}}">{{.mark}}</span>
        <div>
        <h3>{{.title}}</h3>
        <p class="dim small"><code>{{.code}}</code>{{#.confidence}}, {{.}}{{/.confidence}}{{#.duration}}, {{.}}{{/.duration}}</p>
        {{#.detail}}<p class="said">{{.}}</p>{{/.detail}}
        {{#.comparison}}{{> comparison}}{{/.comparison}}
        {{#.brief}}<dl>{{> facts}}</dl>{{/.brief}}
        {{#.remedies}}{{> remedy}}{{/.remedies}}
        {{#.evidence}}<details{{#.open}} open{{/.open}}><summary class="dim small">Evidence</summary><dl class="wide">{{> facts}}</dl></details>{{/.evidence}}
        </div>
        </article>

        """#

    private static let comparison = #"""
        {{#.summary}}<p>{{.}}</p>{{/.summary}}
        {{#.rows}}
        <div class="compare"><div class="title">{{.section}}{{#.byte}}, from byte {{.}} on{{/.byte}}</div>
        {{#.sides}}<div class="row"><span class="name">{{.name}}</span>{{#.absent}}<span class="dim">{{.}}</span>{{/.absent}}{{#.text}}<pre>{{.before}}<mark>{{.changed}}</mark>{{.after}}</pre>{{/.text}}</div>
        {{/.sides}}</div>
        {{/.rows}}
        {{#.whole}}
        <details><summary>The whole texts, beside each other</summary>
        <div class="sides">{{#.accounts}}<div><h4>{{.title}}</h4>
        {{#.texts}}<p class="dim small">{{.name}}</p><pre>{{#.lines}}{{#.changed}}<mark>{{.}}</mark>{{/.changed}}{{#.same}}{{.}}{{/.same}}
        {{/.lines}}</pre>
        {{/.texts}}</div>{{/.accounts}}</div></details>
        {{/.whole}}
        """#

    private static let code = #"""
        <details class="item" data-status="pass"{{#.open}} open{{/.open}}>
        <summary><code>{{.code}}</code> <span>{{.title}}</span></summary>
        <div class="body" id="{{.code}}">
        {{#.parts}}<h4>{{.heading}}</h4><p class="said">{{.text}}</p>
        {{/.parts}}</div>
        </details>

        """#

    private static let models = #"""
        <section class="filtered">
        <h2>Models</h2>
        <ul class="legend">{{#.legend}}<li><span class="tag {{.look}}">{{.mark}}</span> {{.label}}</li>{{/.legend}}</ul>
        <div class="scroll" id="models-table">
        <table class="grid{{#.dense}} dense{{/.dense}}" aria-label="Verdict of each model in each region">
        <thead>{{#.several}}<tr class="accounts"><th></th>{{#.accounts}}<th scope="colgroup" class="account" colspan="{{.count}}" data-name="{{.account}}">{{.account}}</th>{{/.accounts}}<th class="time"></th></tr>{{/.several}}<tr><th scope="col">model</th>{{#.regions}}<th scope="col" class="region" data-name="{{.place}}" data-account="{{.account}}"><span>{{.region}}</span></th>{{/.regions}}<th scope="col" class="time">median</th></tr></thead>
        <tbody>
        {{#.rows}}
        <tr data-name="{{.model}}"><th scope="row">{{.model}}</th>{{#.cells}}<td class="cell {{.look}}" data-is="{{.status}}">{{#.group}}<a href="#{{.id}}" aria-label="{{.label}}">{{.mark}}</a>{{/.group}}</td>{{/.cells}}<td class="time">{{#.median}}{{> time}}{{/.median}}</td></tr>
        {{/.rows}}
        </tbody>
        </table>
        </div>
        {{#.models}}
        <section class="filtered model">
        <h3>{{.name}}</h3>
        {{#.groups}}{{> group}}{{/.groups}}
        </section>
        {{/.models}}
        </section>
        """#

    private static let group = #"""
        <details class="item" data-status="{{.status}}" data-name="{{.model}}" data-region="{{.region}}"{{#.open}} open{{/.open}}>
        <summary><span class="tag {{.look}}">{{.mark}}</span> <strong>{{.verdict}}</strong> <span>{{.places}}</span> {{#.use}}<span>{{.words}} <code>{{.id}}</code></span>{{/.use}}</summary>
        <div class="body" id="{{.id}}">
        <dl class="facts">{{> facts}}</dl>
        {{#.advice}}<div class="advice">{{#.message}}<p class="said dim">{{.}}</p>{{/.message}}{{#.remedies}}{{> remedy}}{{/.remedies}}</div>
        {{#.shownFor}}<p class="dim small">The texts are those of {{.}}; the other regions have the same with their own name.</p>{{/.shownFor}}{{/.advice}}
        <div class="wide-scroll"><table class="list"><thead><tr><th>region</th><th>latency</th><th>tokens</th><th>request id</th></tr></thead>
        <tbody>{{#.rows}}<tr data-region="{{.region}}"><td>{{.region}}</td><td data-name="latency">{{#.latency}}{{> time}}{{/.latency}}</td><td data-name="tokens">{{.tokens}}</td><td class="mono" data-name="request id">{{.requestId}}</td></tr>
        {{/.rows}}</tbody></table></div>
        </div>
        </details>

        """#

    private static let cases = #"""
        <section class="filtered">
        <h2>{{.title}}</h2>
        {{#.matrix}}
        <ul class="adapters">{{#.adapters}}<li><strong>{{.name}}{{#.version}} {{.}}{{/.version}}</strong>{{#.language}}, {{.}}{{/.language}}: {{.counts}} <span class="dim small">{{.date}}</span></li>{{/.adapters}}</ul>
        <div class="scroll"><table class="cases" aria-label="What each adapter made of each {{noun}}">
        <thead><tr><th scope="col">{{noun}}</th>{{#.adapters}}<th scope="col">{{.name}}{{#.version}}<br><span class="dim small">{{.}}</span>{{/.version}}</th>{{/.adapters}}</tr></thead>
        {{#.families}}<tbody>{{#.name}}<tr class="family"><th scope="rowgroup" colspan="{{span}}">{{.}}</th></tr>{{/.name}}
        {{#.rows}}<tr><th scope="row">{{.id}}</th>{{#.cells}}<td>{{#.mark}}<span class="tag {{status}}">{{#link}}<a href="#{{link}}" title="{{words}}">{{mark}}</a>{{/link}}{{^link}}{{mark}}{{/link}}</span>{{/.mark}}</td>{{/.cells}}</tr>
        {{/.rows}}</tbody>{{/.families}}
        </table></div>
        {{/.matrix}}
        {{#.changes}}
        <h3>{{.name}}: {{.count}}</h3>
        <div class="wide-scroll"><table class="list changes"><thead><tr><th></th><th>result</th><th>before</th><th>after</th></tr></thead>
        <tbody>{{#.rows}}<tr data-status="{{.status}}"><td><span class="tag {{.status}}">{{.mark}}</span></td><td class="mono">{{.id}}</td><td>{{.before}}</td><td>{{.after}}</td></tr>
        {{/.rows}}</tbody></table></div>
        {{/.changes}}
        {{#.wanting}}
        <article class="item" id="{{.anchor}}" data-status="{{.status}}">
        <span class="tag {{.status}}">{{.mark}}</span>
        <div>
        <h3>{{.id}}</h3>
        <p class="dim small">{{#.stage}}{{.}}, {{/.stage}}{{.duration}}</p>
        {{#.message}}<pre class="laid-out">{{.}}</pre>{{/.message}}
        {{#.again}}{{> command}}{{/.again}}
        </div>
        </article>
        {{/.wanting}}
        {{#.passed}}
        <details class="passed"><summary>{{.count}} passed</summary>
        <div class="wide-scroll"><table class="list"><thead><tr><th>case</th><th>time</th></tr></thead>
        <tbody>{{#.list}}<tr data-status="pass"><td class="mono">{{.id}}</td><td>{{#.time}}{{> time}}{{/.time}}</td></tr>
        {{/.list}}</tbody></table></div></details>
        {{/.passed}}
        </section>
        """#

    /// A duration with a bar beside it, which is drawn in percent of the longest.
    private static let time = #"""
        {{#.percent}}<svg class="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="{{.}}" height="8"></rect></svg> {{/.percent}}{{.text}}
        """#
}
