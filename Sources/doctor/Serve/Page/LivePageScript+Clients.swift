extension LivePageScript {
    /// The clients by name, and forgetting what they sent.
    static let clients = #"""
          /* The clients by name, where there are several. */
          const nameOfClient = (client) => client === "" ? "without a name" : plain(client);
          const options = (select, pairs) => {
            const wanted = JSON.stringify(pairs);
            if (select.dataset.options === wanted) { return; }
            const value = select.value;
            select.dataset.options = wanted;
            select.replaceChildren(...pairs.map(([key, text]) => {
              const option = make("option", { text });
              option.value = key;
              return option;
            }));
            if (pairs.some(([key]) => key === value)) { select.value = value; }
          };
          readers.status.push((whole) => {
            const clients = whole.clients ?? [];
            options(chooser, [[every, "every client"], ...clients.map((client) => [`=${client}`, nameOfClient(client)])]);
            one("#whose").hidden = !clients.some((client) => client !== "");
          });

          /* Forgetting what came, after a question. */
          const clearing = one("#clearing");
          const chosenClient = () => chooser.value.startsWith("=") ? chooser.value.slice(1) : null;
          one("#clear").addEventListener("click", () => {
            const client = chosenClient();
            one("#clearing-title").textContent = client === null ? "Clear all requests?" : `Clear the requests of the client ${nameOfClient(client)}?`;
            clearing.showModal();
            one("#keep").focus();
          });
          one("#keep").addEventListener("click", () => clearing.close());
          one("#clear-now").addEventListener("click", async () => {
            const client = chosenClient();
            clearing.close();
            try {
              await ask(client === null ? "journal" : `journal?client=${encodeURIComponent(client)}`, { method: "DELETE" });
              const last = journal.entries.at(-1)?.sequence ?? 0;
              if (client === null) { journal.dropped = 0; }
              forget((entry) => entry.sequence > last || (client !== null && (entry.client ?? "") !== client));
              go("#requests");
              refreshStatus();
              refreshVerdict();
              say("Cleared");
            } catch (error) { say(words(error)); }
          });

        """#
}
