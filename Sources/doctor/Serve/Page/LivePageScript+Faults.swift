extension LivePageScript {
    /// The faults: which are switched on, how often each strikes yet, and switching.
    static let faults = #"""
          const switched = { drawn: new Map() };
          const forWhom = (client) => client === null || client === undefined ? "every client" : client === "" ? "clients without a name" : `client ${plain(client)}`;
          const strikesYet = (remaining) => remaining === null || remaining === undefined ? "until it is switched off" : remaining === 0 ? "has struck as often as it was to" : `${remaining} left`;
          const switchOff = async (address) => {
            try { await ask(address, { method: "DELETE" }); say("Switched off"); } catch (error) { say(words(error)); }
            await readStatus();
          };
          const drawFault = (fault) => {
            const words = make("p", { class: "dim small" });
            const off = button("Switch off", async () => {
              const next = row.nextElementSibling ?? row.previousElementSibling;
              await switchOff(`faults/${encodeURIComponent(fault.id)}`);
              (next?.isConnected ? one("button", next) : one("#kind")).focus();
            }, { "aria-label": plain(`Switch off ${fault.rule}, ${forWhom(fault.client)}`) });
            const row = make("div", { class: "switch" }, make("div", {}, make("p", {}, make("code", { text: fault.rule })), words), off);
            return { row, words };
          };
          readers.status.push((whole) => {
            const faults = whole.faults ?? [];
            const ids = new Set(faults.map((fault) => fault.id));
            for (const [id, { row }] of switched.drawn) {
              if (!ids.has(id)) { row.remove(); switched.drawn.delete(id); }
            }
            for (const fault of faults) {
              if (!switched.drawn.has(fault.id)) {
                const drawn = drawFault(fault);
                switched.drawn.set(fault.id, drawn);
                one("#on").append(drawn.row);
              }
              const text = [fault.told, forWhom(fault.client), fault.struck ? `struck ${counted(fault.struck, "time")}` : null, strikesYet(fault.remaining)].filter(isThere).map(plain).join("; ");
              const { words } = switched.drawn.get(fault.id);
              if (words.textContent !== text) { words.textContent = text; }
            }
            one("#no-faults").hidden = faults.length > 0;
            one("#all-off").hidden = faults.length < 2;
            one("#tab-faults").textContent = faults.length ? `Faults (${faults.length} on)` : "Faults";
            kinds(whole.kinds ?? []);
            options(one("#fault-client"), [["every", "every client"], ["=", "clients without a name"],
              ...(whole.clients ?? []).filter((client) => client !== "").map((client) => [`=${client}`, `client ${plain(client)}`]), ["other", "another name"]]);
          });
          one("#all-off").addEventListener("click", async () => { await switchOff("faults"); one("#kind").focus(); });

          /* What can be switched on: the server lists the kinds, each with an example. */
          const kind = one("#kind");
          const rule = one("#rule");
          const wrong = one("#rule-wrong");
          let known = [];
          const wrongSays = (text) => {
            wrong.textContent = text;
            wrong.hidden = !text;
            if (text) { rule.setAttribute("aria-invalid", "true"); } else { rule.removeAttribute("aria-invalid"); }
          };
          const chooseKind = () => {
            const chosen = known.find((each) => each.name === kind.value);
            one("#kind-words").textContent = plain(chosen?.summary ?? "");
            rule.value = chosen?.example ?? chosen?.name ?? "";
            wrongSays("");
          };
          const kinds = (list) => {
            if (JSON.stringify(list) === JSON.stringify(known)) { return; }
            const isFirst = !known.length;
            known = list;
            options(kind, list.map((each) => [each.name, each.name]));
            if (isFirst) { chooseKind(); }
          };
          kind.addEventListener("change", chooseKind);
          rule.addEventListener("input", () => wrongSays(""));
          const whom = one("#fault-client");
          whom.addEventListener("change", () => {
            const isOther = whom.value === "other";
            one("#fault-name").hidden = !isOther;
            one("#fault-name-label").hidden = !isOther;
            if (isOther) { one("#fault-name").focus(); }
          });
          one("#fault").addEventListener("submit", async (event) => {
            event.preventDefault();
            const client = whom.value === "every" ? null : whom.value === "other" ? one("#fault-name").value.trim() : whom.value.slice(1);
            if (whom.value === "other" && !client) { wrongSays("Give the name of the client."); one("#fault-name").focus(); return; }
            try {
              await ask("faults", { method: "POST", body: { rule: rule.value.trim(), client } });
              wrongSays("");
              say("Switched on");
              await readStatus();
            } catch (error) {
              wrongSays(plain(words(error)));
              rule.focus();
              if (typeof error.place === "number") { rule.setSelectionRange(error.place, rule.value.length); }
            }
          });

        """#
}
