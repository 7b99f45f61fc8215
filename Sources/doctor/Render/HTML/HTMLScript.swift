/// The script of the page that ``HTMLReport`` writes: what makes it handier, and nothing that it needs.
///
/// It reads what stands in the page, and writes text only, never markup.
enum HTMLScript {
    static let text = PageScript.text(own)

    private static let own = #"""
          /* The table: one stop for Tab, arrows inside (the grid pattern of WAI-ARIA). */
          const grid = one("table.grid");
          const rows = grid ? all("tbody tr", grid) : [];
          const heads = grid ? all("thead th.region", grid) : [];
          const regions = heads.map((head) => head.dataset.name);
          const accounts = grid ? all("thead th.account", grid) : [];
          const cells = rows.map((row) => all("td.cell", row));
          const linkOf = (cell) => cell && one("a", cell);
          const group = (link) => document.getElementById(link.hash.slice(1)).closest("details");
          const place = (link) => {
            const cell = link.parentElement;
            const row = cell.parentElement;
            return { row: rows.indexOf(row), column: cells[rows.indexOf(row)].indexOf(cell), model: row.dataset.name };
          };
          let current = null;
          const focusOn = (link) => {
            if (!link) { return; }
            if (current) { current.tabIndex = -1; }
            current = link;
            link.tabIndex = 0;
          };
          if (grid) {
            grid.setAttribute("role", "grid");
            for (const link of all("td a", grid)) { link.tabIndex = -1; }
            focusOn(one("td a", grid));
            grid.addEventListener("focusin", (event) => { if (event.target.matches("td a")) { focusOn(event.target); } });
            grid.addEventListener("mouseover", (event) => {
              const link = event.target.closest("td a");
              if (!link || link.title) { return; }
              const { column, model } = place(link);
              link.title = `${model}\n${regions[column]}: ${link.getAttribute("aria-label")}`;
            });
            grid.addEventListener("keydown", (event) => {
              const link = event.target.closest("td a");
              if (!link || event.altKey || event.metaKey) { return; }
              const { row, column } = place(link);
              const usable = (r, c) => { const cell = cells[r]?.[c]; return cell && !cell.hidden && !rows[r].hidden && linkOf(cell); };
              const seek = (r, c, dr, dc) => {
                for (r += dr, c += dc; r >= 0 && r < rows.length && c >= 0 && c < regions.length; r += dr, c += dc) {
                  const found = usable(r, c);
                  if (found) { return found; }
                }
                return null;
              };
              let next = null;
              switch (event.key) {
                case "ArrowLeft": next = seek(row, column, 0, -1); break;
                case "ArrowRight": next = seek(row, column, 0, 1); break;
                case "ArrowUp": next = seek(row, column, -1, 0); break;
                case "ArrowDown": next = seek(row, column, 1, 0); break;
                case "Home": next = event.ctrlKey ? seek(-1, 0, 1, 0) : seek(row, -1, 0, 1); break;
                case "End": next = event.ctrlKey ? seek(rows.length, regions.length - 1, -1, 0) : seek(row, regions.length, 0, -1); break;
                case " ": link.click(); event.preventDefault(); return;
                default: return;
              }
              event.preventDefault();
              if (next) { focusOn(next); next.focus(); }
            });
          }

          /* Details of a cell: its group's, with the words of its own region. */
          const dialog = one("dialog");
          const fact = (list, name, value) => {
            if (!value) { return; }
            const term = list.appendChild(document.createElement("dt"));
            term.textContent = name;
            list.appendChild(document.createElement("dd")).textContent = value;
          };
          const rename = (node, from, to) => {
            const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) { texts.currentNode.data = texts.currentNode.data.replaceAll(from, to); }
          };
          const open = (link) => {
            const { column, model } = place(link);
            const details = group(link);
            const region = regions[column];
            one("#cell-title").textContent = `${model} in ${region}`;
            const body = one(".body", dialog);
            body.replaceChildren();
            const facts = body.appendChild(one("dl.facts", details).cloneNode(true));
            const row = all("tr[data-region]", details).find((row) => row.dataset.region === region);
            for (const cell of row ? all("td[data-name]", row) : []) { fact(facts, cell.dataset.name, cell.textContent.trim()); }
            const advice = one(".advice", details);
            if (advice) {
              const copy = advice.cloneNode(true);
              rename(copy, details.dataset.region, region);
              body.appendChild(copy);
            }
            /* A link to the very cell, which holds for the page of a later run too. */
            const address = "#cell=" + encodeURIComponent(`${model} in ${region}`);
            one("#cell-link").href = address;
            history.replaceState(null, "", address);
            dialog.showModal();
            one("button", dialog).focus();
          };
          if (dialog && grid) {
            grid.addEventListener("click", (event) => {
              const link = event.target.closest("td a");
              if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
              event.preventDefault();
              focusOn(link);
              open(link);
            });
            one("button.close", dialog).addEventListener("click", () => dialog.close());
            dialog.addEventListener("click", (event) => { if (event.target === dialog) { dialog.close(); } });
            dialog.addEventListener("close", () => {
              history.replaceState(null, "", location.pathname + location.search);
              if (current) { current.focus(); }
            });
          }

          /* The filter: words that must all be there, and the statuses that are pressed (none pressed: all). */
          const field = one("#filter");
          const chips = all("button.chip");
          const items = all("[data-status]").map((element) => ({
            element, status: element.dataset.status, text: element.textContent.toLowerCase() + " " + (element.dataset.name ?? "").toLowerCase(),
          }));
          const factsOf = new Map();
          const words = (link) => {
            const details = group(link);
            if (!factsOf.has(details)) { factsOf.set(details, one("dl.facts", details).textContent.toLowerCase()); }
            return factsOf.get(details);
          };
          const matrix = cells.map((row, r) => row.map((cell, c) => {
            const link = linkOf(cell);
            return link && { cell, status: cell.dataset.is,
              text: `${rows[r].dataset.name} ${regions[c]} ${link.getAttribute("aria-label")} `.toLowerCase() + words(link) };
          }));
          const filter = () => {
            const terms = field.value.toLowerCase().split(/\s+/).filter(Boolean);
            const pressed = new Set(chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.value));
            const isOn = (entry) => (!pressed.size || pressed.has(entry.status)) && terms.every((term) => entry.text.includes(term));
            const isFiltering = pressed.size > 0 || terms.length > 0;
            let shown = 0;
            for (const entry of items) {
              entry.element.hidden = !isOn(entry);
              if (!entry.element.hidden) { shown += 1; }
            }
            const columns = regions.map(() => false);
            matrix.forEach((row, r) => {
              let isRowOn = false;
              row.forEach((entry, c) => {
                const on = Boolean(entry) && isOn(entry);
                if (entry) { entry.cell.classList.toggle("off", !on); }
                if (on) { isRowOn = true; columns[c] = true; }
              });
              rows[r].hidden = isFiltering && !isRowOn;
            });
            columns.forEach((on, c) => {
              const isHidden = isFiltering && !on;
              heads[c].hidden = isHidden;
              for (const row of cells) { row[c].hidden = isHidden; }
            });
            for (const account of accounts) {
              const count = heads.filter((head) => head.dataset.account === account.dataset.name && !head.hidden).length;
              account.hidden = count === 0;
              account.colSpan = Math.max(count, 1);
            }
            if (grid) {
              if (!current || current.closest("[hidden]")) { focusOn(all("td a", grid).find((link) => !link.closest("[hidden]"))); }
              one("#models-table").hidden = rows.every((row) => row.hidden);
            }
            for (const section of all("section.filtered")) {
              section.hidden = isFiltering && !all("[data-status]", section).some((element) => !element.hidden);
            }
            for (const passed of all("details.passed")) {
              passed.hidden = isFiltering && !all("[data-status]", passed).some((element) => !element.hidden);
              if (isFiltering && !passed.hidden) { passed.open = true; }
            }
            say(isFiltering ? `${shown} of ${items.length} entries shown` : "");
            one("#nothing").hidden = !isFiltering || shown > 0;
          };
          field.addEventListener("input", filter);
          for (const chip of chips) {
            chip.disabled = false;
            chip.setAttribute("aria-pressed", "false");
            chip.addEventListener("click", () => {
              chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
              filter();
            });
          }
          document.addEventListener("keydown", (event) => {
            const isTyping = event.target.matches("input, textarea");
            if (event.key === "/" && !isTyping && !(dialog && dialog.open) && !event.ctrlKey && !event.metaKey) {
              event.preventDefault();
              field.focus();
              field.select();
            } else if (event.key === "Escape" && event.target === field) {
              field.value = "";
              filter();
              field.blur();
            }
          });

          /* A link into closed details opens them. */
          const reveal = () => {
            const cell = /^#cell=(.*)$/.exec(location.hash);
            if (cell && grid) {
              const name = decodeURIComponent(cell[1]);
              const row = rows.findIndex((row) => name.startsWith(row.dataset.name + " in "));
              const column = row < 0 ? -1 : regions.indexOf(name.slice(rows[row].dataset.name.length + 4));
              const link = column < 0 ? null : linkOf(cells[row][column]);
              if (link) { focusOn(link); open(link); } else { say(`There is no cell ${name}`); }
              return;
            }
            const target = location.hash && document.getElementById(location.hash.slice(1));
            const details = target && target.closest("details");
            if (details) { details.open = true; details.scrollIntoView(); }
          };
          addEventListener("hashchange", reveal);
          reveal();

          /* Paper has every detail of what is shown. */
          let closed = [];
          addEventListener("beforeprint", () => {
            closed = all("details:not([open])");
            for (const details of closed) { details.open = true; }
          });
          addEventListener("afterprint", () => {
            for (const details of closed) { details.open = false; }
            closed = [];
          });

        """#
}
