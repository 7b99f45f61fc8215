extension LivePageScript {
    /// The chosen request: verdict and cause, what to do, and the signed texts of both sides.
    static let request = #"""
          const pane = one("#request");
          const unknownText = "What the client signed is not known: a signature does not tell it. Where the client can print its canonical request (the AWS CLI does with --debug), paste that log under Explain.";
          const signatureOf = ({ signature }) => {
            if (!signature) { return []; }
            const texts = [["Canonical request", signature.canonicalRequest], ["String to sign", signature.stringToSign]].filter(([, both]) => both);
            const shown = texts.map(([what, both]) => compared(what, both)).filter(isThere);
            const isClientKnown = texts.some(([, both]) => isThere(both.client));
            return isClientKnown || !shown.length ? shown : [make("p", {}, unknownText), ...shown];
          };
          const headersOf = ({ request }) => {
            if (!request) { return null; }
            const headers = facts((request.headers ?? []).map(([name, value]) => [name, value === "" ? "(empty)" : value]), "wide");
            return make("details", {}, make("summary", {}, "The request as it came"), headers,
              isThere(request.bodyBytes) ? make("p", { class: "dim small" }, `${counted(request.bodyBytes, "byte")} of body`) : null);
          };
          const back = () => {
            go("#requests");
            box.focus();
          };
          const present = (entry) => {
            const found = entry.findings ?? [entry.finding].filter(isThere);
            const shownFindings = found.map((each) => finding(each, { isBare: Boolean(entry.signature) }));
            const isTitled = isThere(entry.title) && !found.some((each) => each.title === entry.title);
            pane.replaceChildren(...[
              button("Back to all requests", back, { class: "plain back" }),
              make("div", { class: "head" }, tagOf(entry),
                make("h2", { tabindex: "-1", text: nameOfCall(entry) }), make("span", { class: "dim" }, `request ${entry.sequence}`)),
              make("p", {}, make("code", { text: `${entry.method ?? ""} ${entry.target ?? ""}` }), plain(` \u2192 ${entry.status ?? "no answer"}`)),
              facts([
                ["time", entry.time], ["client", entry.client], ["model", entry.model], ["fault", entry.fault],
                ["request id", entry.requestId], ["access key", entry.accessKeyId], ["account", entry.account], ["principal", entry.principal],
                ["version", entry.version], ["took", typeof entry.milliseconds === "number" ? `${Math.round(entry.milliseconds * 10) / 10} ms` : null],
              ]),
              isTitled ? make("p", {}, make("strong", { text: entry.title })) : null,
              isTitled && !found.length && isThere(entry.code) ? make("p", { class: "dim small" }, make("code", { text: entry.code }), isThere(entry.certainty) ? plain(`, ${entry.certainty}`) : null) : null,
              ...shownFindings.slice(0, 1),
              ...signatureOf(entry),
              ...shownFindings.slice(1),
              headersOf(entry),
            ].filter(isThere));
            presented = entry.sequence;
            if (isWanted) { focusRequest(); }
          };
          let shownRequest = null;
          let presented = null;
          /* To the heading, as soon as the request is there. */
          let isWanted = false;
          const focusRequest = () => {
            isWanted = presented !== here.request;
            (isWanted ? pane : one("h2", pane)).focus();
          };
          const openRequest = async () => {
            const sequence = here.request;
            if (sequence === null || sequence === shownRequest) {
              if (sequence === null) { shownRequest = null; }
              return;
            }
            shownRequest = sequence;
            const tell = (text) => { presented = null; pane.replaceChildren(button("Back to all requests", back, { class: "plain back" }), make("p", { class: "dim", text })); };
            const slow = setTimeout(() => tell("Loading"), 200);
            try {
              const entry = await ask(`journal/${sequence}`);
              if (here.request === sequence) { clearTimeout(slow); present(entry); pane.scrollTop = 0; }
            } catch (error) {
              if (here.request !== sequence) { return; }
              shownRequest = null;
              clearTimeout(slow);
              tell(error instanceof Refused && error.status === 404 ? `Request ${sequence} is no longer kept.` : words(error));
            } finally { clearTimeout(slow); }
          };
          movements.push(openRequest);
          pane.addEventListener("keydown", (event) => {
            if (event.key === "Escape") {
              event.preventDefault();
              if (isNarrow()) { back(); } else { box.focus(); }
            }
          });

        """#
}
