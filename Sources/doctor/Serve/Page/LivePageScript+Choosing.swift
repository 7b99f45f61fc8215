extension LivePageScript {
    /// Choosing a request in the list, by mouse or by keys.
    static let choosing = #"""
          const activate = (sequence) => {
            rows.active = sequence;
            const position = positionOf(sequence);
            if (position >= 0) {
              const top = position * rows.height;
              if (top < box.scrollTop) { box.scrollTop = top; }
              if (top + rows.height > box.scrollTop + box.clientHeight) { box.scrollTop = top + rows.height - box.clientHeight; }
            }
            paint();
          };
          /* On arrow keys the request follows when they rest, unless something else was asked for meanwhile. */
          let isResting = false;
          const open = (sequence) => {
            isResting = false;
            rows.active = sequence;
            go(`#request-${sequence}`, { isStep: here.request === null });
          };
          const openSoon = soon(() => { if (isResting && rows.active !== null && document.activeElement === box) { open(rows.active); } }, 120);
          box.addEventListener("scroll", repaint, { passive: true });
          box.addEventListener("click", (event) => {
            const row = event.target.closest(".row");
            if (!row) { return; }
            open(Number(row.dataset.sequence));
            if (isNarrow()) { focusRequest(); } else { box.focus({ preventScroll: true }); }
          });
          box.addEventListener("focus", () => { if (rows.active === null && rows.shown.length) { activate(entryAt(0).sequence); } });
          box.addEventListener("keydown", (event) => {
            if (event.altKey || event.ctrlKey || event.metaKey || !rows.shown.length) { return; }
            const at = rows.active === null ? -1 : positionOf(rows.active);
            const last = rows.shown.length - 1;
            const page = Math.max(1, Math.floor(box.clientHeight / rows.height) - 1);
            const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last, PageDown: at + page, PageUp: at - page }[event.key];
            if (to !== undefined) {
              event.preventDefault();
              activate(entryAt(Math.min(Math.max(to, 0), last)).sequence);
              if (!isNarrow()) { isResting = true; openSoon(); }
            } else if ((event.key === "Enter" || event.key === " ") && rows.active !== null) {
              event.preventDefault();
              open(rows.active);
              focusRequest();
            } else if (event.key === "Escape" && here.request !== null) {
              event.preventDefault();
              isResting = false;
              go("#requests");
            }
          });
          new ResizeObserver(() => {
            const before = rows.height;
            measure();
            if (before !== rows.height) { settle(); }
            repaint();
          }).observe(box);
          movements.push(() => {
            if (here.request !== null) { rows.active = here.request; }
            repaint();
          });

        """#
}
