extension LivePageScript {
    /// The journal of the server, followed by long polls: one at a time, none while nobody looks, again and again when
    /// the server does not answer.
    static let journal = #"""
          const most = 20000;
          const journal = { entries: [], next: 0, dropped: 0, whole: null };
          const readers = { came: [], forgotten: [], status: [] };

          /* What is known of the connection, in words. */
          const link = one("#link");
          const retry = one("#retry");
          const connection = { since: null, isOver: false };
          const linkSays = (look, text) => {
            link.className = `state ${look}`;
            if (link.textContent !== text) { link.textContent = text; }
            retry.hidden = look !== "gone" || connection.isOver;
          };
          const answered = () => { connection.since = null; linkSays("live", "live"); };
          const lost = () => {
            connection.since ??= new Date();
            linkSays("gone", `The server has not answered since ${connection.since.toLocaleTimeString([], { hour12: false })}. What it sent stays here; the page keeps trying.`);
          };
          const over = () => {
            connection.isOver = true;
            linkSays("gone", "The server does not know this page's address any more. Start doctor serve --page and open the address that it prints.");
          };

          const forget = (isKept) => {
            journal.entries = journal.entries.filter(isKept);
            for (const act of readers.forgotten) { act(); }
          };
          const take = (answer) => {
            if (answer.next < journal.next) { journal.dropped = 0; forget(() => false); }
            journal.next = answer.next;
            journal.dropped += answer.dropped ?? 0;
            const came = answer.entries ?? [];
            if (!came.length) { return; }
            for (const entry of came) {
              entry.sought = [entry.target, entry.operation, entry.model, entry.client, entry.title, entry.code, entry.fault, entry.status, entry.outcome, entry.account, entry.principal, entry.accessKeyId, entry.requestId].filter(isThere).join(" ").toLowerCase();
            }
            journal.entries.push(...came);
            const spare = journal.entries.length - most;
            if (spare > most / 10) {
              journal.dropped += spare;
              journal.entries.splice(0, spare);
              for (const act of readers.forgotten) { act(); }
            } else {
              for (const act of readers.came) { act(came); }
            }
          };

          let waiting = null;
          let isFollowing = false;
          const pause = (milliseconds, signal) => new Promise((resolve) => {
            const timer = setTimeout(resolve, milliseconds);
            signal.addEventListener("abort", () => { clearTimeout(timer); resolve(); }, { once: true });
          });
          const follow = async () => {
            if (isFollowing) { return; }
            isFollowing = true;
            let failures = 0;
            while (!document.hidden && !connection.isOver) {
              waiting = new AbortController();
              const { signal } = waiting;
              try {
                /* After a failure without waiting, so that the page knows at once that the server is there again. */
                take(await ask(`journal?after=${journal.next}&limit=500&wait=${failures || link.className !== "state live" ? 0 : 20}`, { signal }));
                failures = 0;
                answered();
                refreshStatus();
              } catch (error) {
                if (signal.aborted) { continue; }
                if (error instanceof Refused && error.status === 404) { over(); break; }
                failures += 1;
                lost();
                await pause(Math.min(1000 * 2 ** (failures - 1), 10000), signal);
              }
            }
            isFollowing = false;
            if (!connection.isOver) { linkSays("", "paused"); }
          };
          retry.addEventListener("click", () => { waiting?.abort(); say("Trying"); });
          document.addEventListener("visibilitychange", () => {
            if (document.hidden) { waiting?.abort(); } else { follow(); refreshStatus(); }
          });

          /* Counts, clients and faults. */
          const readStatus = async () => {
            if (document.hidden || connection.isOver) { return; }
            try {
              journal.whole = await ask("status");
              for (const act of readers.status) { act(journal.whole); }
            } catch { /* The journal's own poll says what is wrong. */ }
          };
          let statusTimer = 0;
          const refreshStatus = () => { statusTimer ||= setTimeout(() => { statusTimer = 0; readStatus(); }, 250); };

        """#
}
