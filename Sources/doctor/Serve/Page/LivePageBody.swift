/// What stands between the tags of the live page's body before its script fills it.
enum LivePageBody {
    static let text = #"""
        <a class="skip-link" href="#requests">Skip to the requests</a>
        <header>
        <h1>doctor serve</h1>
        <div class="command" id="endpoint" hidden><pre><code></code></pre><button type="button" class="plain copy" aria-label="Copy the address of the server">Copy</button></div>
        <p id="link" class="state" role="status">connecting</p>
        <button type="button" class="plain" id="retry" hidden>Try now</button>
        <span id="status" class="dim small" role="status"></span>
        </header>
        <main>
        <noscript><p>This page shows nothing without its script.</p></noscript>
        <div class="tabs script" role="tablist" aria-label="Parts of this page">
        <button type="button" role="tab" id="tab-requests" aria-controls="requests">Requests</button>
        <button type="button" role="tab" id="tab-faults" aria-controls="faults">Faults</button>
        <button type="button" role="tab" id="tab-explain" aria-controls="explain">Explain</button>
        </div>

        <section id="requests" class="script" role="tabpanel" aria-labelledby="tab-requests" tabindex="-1">
        <div class="panes">
        <div class="list-pane">
        <div class="bar" role="search">
        <button type="button" class="chip fail" value="refused" aria-pressed="false">0 refused</button>
        <button type="button" class="chip fail" value="unplayed" aria-pressed="false" hidden>0 not played</button>
        <button type="button" class="chip warn" value="fault" aria-pressed="false">0 faults</button>
        <button type="button" class="chip pass" value="accepted" aria-pressed="false">0 accepted</button>
        <label id="whose" hidden>Client <select id="client"></select></label>
        <input id="filter" type="search" autocomplete="off" spellcheck="false" aria-label="Filter by words" placeholder="Filter by words">
        <button type="button" class="plain" id="clear" disabled>Clear</button>
        </div>
        <p id="kept" class="dim small" hidden></p>
        <div id="list" role="listbox" tabindex="0" aria-label="Requests, the newest first"><div id="rows" role="presentation"></div></div>
        <p id="nothing" class="dim" hidden>Nothing matches the filter.</p>
        </div>
        <div class="pane" id="verdict" role="region" aria-label="Verdict"></div>
        <article class="pane" id="request" aria-label="The chosen request" tabindex="-1" hidden></article>
        </div>
        </section>

        <section id="faults" class="script" role="tabpanel" aria-labelledby="tab-faults" tabindex="-1" hidden>
        <h2>Switched on</h2>
        <p id="no-faults" class="dim">No fault is switched on.</p>
        <div id="on"></div>
        <p><button type="button" class="plain" id="all-off" hidden>Switch all off</button></p>
        <h2>Switch a fault on</h2>
        <form id="fault" class="form" novalidate>
        <label for="kind">Kind</label>
        <select id="kind" aria-describedby="kind-words"></select>
        <p id="kind-words" class="dim small"></p>
        <label for="rule">Rule</label>
        <input id="rule" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="rule-words rule-wrong">
        <p id="rule-words" class="dim small">KIND or KIND:NAME=VALUE,NAME=VALUE; what each kind takes stands in <code>doctor serve --help</code>.</p>
        <p id="rule-wrong" class="wrong" role="alert" hidden></p>
        <label for="fault-client">For</label>
        <select id="fault-client"></select>
        <label for="fault-name" id="fault-name-label" hidden>Name of the client</label>
        <input id="fault-name" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="64" hidden>
        <button type="submit" class="main">Switch on</button>
        </form>
        </section>

        <section id="explain" class="script" role="tabpanel" aria-labelledby="tab-explain" tabindex="-1" hidden>
        <form id="paste" class="form" novalidate>
        <label for="text">An error message, a response, <code>curl -v</code> output or a debug log</label>
        <textarea id="text" rows="9" spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="text-words"></textarea>
        <p id="text-words" class="dim small">Or drop a file here. It goes to this server only, and is not kept.</p>
        <p class="buttons"><button type="submit" class="main">Explain</button>
        <label class="plain file">Choose a file<input id="file" type="file"></label></p>
        <p id="text-wrong" class="wrong" role="alert" hidden></p>
        </form>
        <div id="explained" role="region" aria-label="Explanation"></div>
        </section>
        </main>
        <dialog id="clearing" aria-labelledby="clearing-title">
        <header><h2 id="clearing-title"></h2></header>
        <div class="body">
        <p>The server forgets them, with their verdicts. Faults stay as they are.</p>
        <p class="buttons"><button type="button" class="main" id="clear-now">Clear</button> <button type="button" class="plain" id="keep">Keep</button></p>
        </div>
        </dialog>

        """#
}
