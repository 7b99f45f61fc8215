extension LivePageScript {
    /// What is counted as requests come and go, and what follows a change of the filter.
    static let counting = #"""
          /* How many of each verdict the chosen client has here. */
          const counts = { accepted: 0, refused: 0, unplayed: 0, fault: 0 };
          const nouns = { accepted: (count) => `${count} accepted`, refused: (count) => `${count} refused`, unplayed: (count) => `${count} not played`, fault: (count) => counted(count, "fault") };
          const tally = (entries) => {
            for (const entry of entries) { if (isClients(entry) && entry.verdict in counts) { counts[entry.verdict] += 1; } }
            for (const chip of chips) { chip.textContent = nouns[chip.value](counts[chip.value]); if (chip.value === "unplayed") { chip.hidden = !counts.unplayed && chip.getAttribute("aria-pressed") !== "true"; } }
            document.title = counts.refused ? `${counts.refused} refused \u00b7 doctor serve` : "doctor serve";
          };
          const recount = () => {
            for (const verdict of Object.keys(counts)) { counts[verdict] = 0; }
            tally(journal.entries);
          };
          const refilter = () => {
            rows.shown = journal.entries.filter(matcher());
            if (rows.active !== null && positionOf(rows.active) < 0) { rows.active = null; }
            recount();
            settle();
          };
          const filterChanged = () => {
            box.scrollTop = 0;
            refilter();
            say(isFiltering() ? `${rows.shown.length} of ${journal.entries.length} shown` : "");
          };
          readers.forgotten.push(refilter);

          /* New ones go on top. Who looks at older ones keeps them in sight. */
          const unsaid = { all: 0, refused: 0 };
          const sayCame = soon(() => {
            const words = `${counted(unsaid.all, "new request")}, ${unsaid.refused} refused`;
            say(words);
            setTimeout(() => { if (status.textContent === words) { say(""); } }, 10000);
            unsaid.all = 0;
            unsaid.refused = 0;
          }, 1500);
          readers.came.push((came) => {
            const fitting = came.filter(matcher());
            const isAtTop = box.scrollTop < rows.height / 2;
            rows.shown.push(...fitting);
            tally(came);
            settle();
            if (!isAtTop) { box.scrollTop += fitting.length * rows.height; }
            unsaid.all += came.length;
            unsaid.refused += came.filter((entry) => entry.verdict === "refused").length;
            sayCame();
          });

          field.addEventListener("input", filterChanged);
          chooser.addEventListener("change", () => { filterChanged(); refreshVerdict(); });
          for (const chip of chips) {
            chip.addEventListener("click", () => {
              chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
              filterChanged();
            });
          }

        """#
}
