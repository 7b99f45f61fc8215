extension LivePageScript {
    /// The list of requests, the newest first: only the rows in sight are elements, however many there are.
    static let list = #"""
          const box = one("#list");
          const sheet = one("#rows");
          const rows = { shown: [], drawn: new Map(), height: 56, active: null };

          const placeOf = (index) => rows.shown.length - 1 - index;
          const entryAt = (position) => rows.shown[placeOf(position)];
          /* The position of a request by its sequence, which grows along the list. */
          const positionOf = (sequence) => {
            let low = 0;
            let high = rows.shown.length - 1;
            while (low <= high) {
              const middle = (low + high) >> 1;
              const found = rows.shown[middle].sequence;
              if (found === sequence) { return placeOf(middle); }
              if (found < sequence) { low = middle + 1; } else { high = middle - 1; }
            }
            return -1;
          };

          /* The time of day, as the journal has it: UTC. */
          const timeOf = (entry) => {
            const [, seconds, fraction] = /T([\d:]*)(\.\d+)?/.exec(entry.time ?? "") ?? [];
            return make("span", { class: "dim end" }, seconds, isThere(fraction) ? make("span", { class: "fraction" }, fraction) : null);
          };
          const nameOfCall = (entry) => isThere(entry.operation) ? [entry.operation, entry.model].filter(isThere).join(" ") : `${entry.method ?? ""} ${entry.target ?? ""}`;
          const draw = (entry) => {
            const remark = entry.fault ?? entry.title;
            const row = make("div", { class: "row", role: "option", id: `row-${entry.sequence}` },
              tagOf(entry), make("span", { text: nameOfCall(entry) }),
              timeOf(entry),
              make("span", { class: "dim", text: `${entry.status ?? "no answer"}` }),
              make("span", {
                class: [isThere(remark) ? "" : "dim", isThere(entry.client) ? "" : "whole"].join(" ").trim(),
                text: remark ?? (isThere(entry.operation) ? `${entry.method ?? ""} ${entry.target ?? ""}` : ""),
              }),
              isThere(entry.client) ? make("span", { class: "dim end", text: entry.client }) : null);
            row.dataset.sequence = entry.sequence;
            return row;
          };
          const paint = () => {
            const first = Math.max(0, Math.floor(box.scrollTop / rows.height) - 6);
            const last = Math.min(rows.shown.length - 1, Math.ceil((box.scrollTop + box.clientHeight) / rows.height) + 6);
            const positions = [];
            for (let position = first; position <= last; position += 1) { positions.push(position); }
            const active = rows.active === null ? -1 : positionOf(rows.active);
            if (active >= 0 && (active < first || active > last)) { positions.push(active); }
            const kept = new Set();
            for (const position of positions) {
              const entry = entryAt(position);
              let row = rows.drawn.get(entry.sequence);
              if (!row) {
                row = draw(entry);
                rows.drawn.set(entry.sequence, row);
                sheet.append(row);
              }
              kept.add(entry.sequence);
              row.style.top = `${position * rows.height}px`;
              row.setAttribute("aria-posinset", position + 1);
              row.setAttribute("aria-setsize", rows.shown.length);
              row.setAttribute("aria-selected", String(entry.sequence === here.request));
              row.classList.toggle("active", entry.sequence === rows.active);
            }
            for (const [sequence, row] of rows.drawn) {
              if (!kept.has(sequence)) { row.remove(); rows.drawn.delete(sequence); }
            }
            if (active >= 0) { box.setAttribute("aria-activedescendant", `row-${rows.active}`); } else { box.removeAttribute("aria-activedescendant"); }
          };
          let isPainting = false;
          const repaint = () => {
            if (isPainting) { return; }
            isPainting = true;
            requestAnimationFrame(() => { isPainting = false; paint(); });
          };
          const measure = () => {
            const probe = sheet.appendChild(make("div", { class: "row", role: "option" }));
            rows.height = probe.getBoundingClientRect().height || rows.height;
            probe.remove();
          };
          const settle = () => {
            sheet.style.height = `${rows.shown.length * rows.height}px`;
            one("#nothing").hidden = rows.shown.length > 0 || !journal.entries.length;
            box.hidden = !rows.shown.length;
            one("#kept").hidden = !journal.dropped;
            one("#kept").textContent = `${counted(journal.dropped, "older request")} ${journal.dropped === 1 ? "is" : "are"} no longer kept.`;
            one("#clear").disabled = !journal.entries.length;
            repaint();
          };

        """#
}
