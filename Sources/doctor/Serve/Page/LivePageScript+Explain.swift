extension LivePageScript {
    /// A pasted error or log, and the server's explanation of it.
    static let explain = #"""
          const text = one("#text");
          const explained = one("#explained");
          const trouble = one("#text-wrong");
          const troubleSays = (words) => { trouble.textContent = words; trouble.hidden = !words; };

          /* As much of the end of a text as fits into one question to the server: a log's failure stands at its end. */
          const room = 1000000;
          const fitting = (whole) => {
            const size = (part) => new TextEncoder().encode(JSON.stringify({ text: part })).length;
            let part = whole;
            for (let spare = size(part) - room; spare > 0; spare = size(part) - room) {
              part = part.slice(Math.max(1, Math.min(part.length - 1, Math.floor(spare * part.length / (spare + room)))));
              const line = part.indexOf("\n");
              if (line >= 0 && line < part.length / 10) { part = part.slice(line + 1); }
            }
            return part;
          };
          const report = (answer, isCut) => {
            const found = answer.findings ?? [];
            const notes = [...(isCut ? ["The text is longer than the server takes at once: its last megabyte was read."] : []), ...(answer.notes ?? [])];
            explained.replaceChildren(
              make("h2", { tabindex: "-1" }, found.length ? counted(found.length, "finding") : "Nothing was found that doctor knows"),
              found.length ? "" : make("p", {}, "Give it more: the whole response with its headers, or the log of the client (the AWS CLI with --debug, curl with -v)."),
              ...found.map((each) => finding(each)),
              ...notes.map((note) => make("p", { class: "dim small", text: note })));
          };
          let question = 0;
          const explainText = async () => {
            const whole = text.value;
            question += 1;
            const mine = question;
            troubleSays("");
            if (!whole.trim()) { troubleSays("There is nothing to explain yet."); text.focus(); return; }
            const part = fitting(whole);
            say("Reading");
            try {
              const answer = await ask("explain", { method: "POST", body: { text: part } });
              if (mine !== question) { return; }
              report(answer, part.length < whole.length);
              say("Explained");
              one("h2", explained).focus();
            } catch (error) {
              if (mine !== question) { return; }
              explained.replaceChildren();
              troubleSays(plain(words(error)));
              say("");
            }
          };
          const takeFile = async (file) => {
            if (!file) { return; }
            /* The end of it, where a log's failure stands; a character may have more bytes than the question. */
            const content = await file.slice(Math.max(0, file.size - 4 * room)).text();
            if (content.includes("\0")) { troubleSays(`${plain(file.name)} is not a text.`); return; }
            text.value = content;
            await explainText();
          };
          one("#paste").addEventListener("submit", (event) => { event.preventDefault(); explainText(); });
          text.addEventListener("keydown", (event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); explainText(); }
          });
          one("#file").addEventListener("change", async (event) => {
            await takeFile(event.target.files[0]);
            event.target.value = "";
          });
          const zone = one("#explain");
          zone.addEventListener("dragover", (event) => {
            if (event.dataTransfer.types.includes("Files")) { event.preventDefault(); zone.classList.add("dropping"); }
          });
          zone.addEventListener("dragleave", () => zone.classList.remove("dropping"));
          zone.addEventListener("drop", (event) => {
            zone.classList.remove("dropping");
            if (event.dataTransfer.files.length) { event.preventDefault(); takeFile(event.dataTransfer.files[0]); }
          });

        """#
}
