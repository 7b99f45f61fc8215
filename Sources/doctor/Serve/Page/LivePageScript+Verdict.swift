extension LivePageScript {
    /// What all requests of the chosen client come to: how many were refused, and by which causes.
    static let verdict = #"""
          const summary = one("#verdict");
          const firstSteps = (endpoint) => [
            make("h2", {}, "No request yet"),
            make("p", {}, "Point a client at the server. It signs with the credentials that stand in the server's terminal."),
            command(`export AWS_ENDPOINT_URL_BEDROCK_RUNTIME=${endpoint}`),
            command(`aws bedrock-runtime converse --region us-east-1 --model-id amazon.nova-micro-v1:0 --messages '[{"role":"user","content":[{"text":"hi"}]}]'`),
            make("p", {}, "To keep several clients apart, give each a name in its path:"),
            command(`export AWS_ENDPOINT_URL_BEDROCK_RUNTIME=${endpoint}/client/NAME`),
          ];
          const sentence = ({ requests, accepted, refused }) => {
            if (!refused) { return requests === accepted ? (requests === 1 ? "The request was accepted." : `All ${requests} requests were accepted.`) : `None of ${counted(requests, "request")} was refused.`; }
            return refused === requests ? (requests === 1 ? "The request was refused." : `All ${requests} requests were refused.`) : `${refused} of ${requests} requests ${refused === 1 ? "was" : "were"} refused.`;
          };
          const unplayed = ({ unplayed }) => unplayed ? ` ${unplayed} ${unplayed === 1 ? "was" : "were"} for what this server does not play.` : "";
          const causes = (refusals) => {
            const byCode = new Map();
            for (const refusal of refusals) {
              const key = refusal.code ?? refusal.title ?? "";
              const cause = byCode.get(key) ?? { count: 0 };
              byCode.set(key, { ...cause, ...refusal, count: cause.count + 1 });
            }
            return [...byCode.values()].sort((a, b) => b.count - a.count);
          };
          /* The server lists the latest refusals only. */
          const leads = (refused, listed) => refused > listed ? `These are the latest ${listed}. Each cause leads to its latest request.` : "Each cause leads to its latest request.";
          let drawnVerdict = "";
          const drawVerdict = (verdict) => {
            const endpoint = journal.whole?.endpoint ?? "";
            const wanted = JSON.stringify([verdict, endpoint]);
            if (wanted === drawnVerdict) { return; }
            drawnVerdict = wanted;
            if (!verdict.requests) {
              summary.replaceChildren(...(endpoint ? firstSteps(endpoint) : []));
              return;
            }
            const list = causes(verdict.refusals ?? []);
            summary.replaceChildren(
              make("h2", {}, "Verdict"),
              make("div", { class: `lead ${verdict.refused || verdict.unplayed ? "bad" : "good"}` }, make("p", {}, sentence(verdict) + unplayed(verdict))),
              make("ul", { class: "causes" }, ...list.map((cause) => {
                const line = make("button", { type: "button" }, make("span", { class: "count" }, `${cause.count} \u00d7`),
                  make("span", {}, make("strong", { text: cause.title ?? "refused" }), " ", make("code", { class: "dim", text: cause.code ?? "" })));
                line.addEventListener("click", () => { open(cause.sequence); focusRequest(); });
                return make("li", {}, line);
              })),
              list.length ? make("p", { class: "dim small" }, leads(verdict.refused + (verdict.unplayed ?? 0), verdict.refusals.length)) : "");
          };
          let verdictTimer = 0;
          const readVerdict = async () => {
            if (document.hidden || connection.isOver) { return; }
            const client = chosenClient();
            try { drawVerdict(await ask(client === null ? "verdict" : `verdict?client=${encodeURIComponent(client)}`)); } catch { /* The journal's own poll says what is wrong. */ }
          };
          const refreshVerdict = () => { verdictTimer ||= setTimeout(() => { verdictTimer = 0; readVerdict(); }, 400); };
          readers.status.push((whole) => {
            one("#endpoint").hidden = !whole.endpoint;
            one("#endpoint code").textContent = plain(whole.endpoint ?? "");
            refreshVerdict();
          });

        """#
}
