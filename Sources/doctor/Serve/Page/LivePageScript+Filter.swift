extension LivePageScript {
    /// Which requests are shown: by verdict, by client, by words.
    static let filter = #"""
          const field = one("#filter");
          const chips = all(".chip");
          const chooser = one("#client");
          const every = "*";

          /* The filter: the verdicts that are pressed (none: all), the client, and words that must all be there. */
          const pressed = () => new Set(chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.value));
          const isClients = (entry) => chooser.value === every || chooser.value === "" || chooser.value === `=${entry.client ?? ""}`;
          const matcher = () => {
            const verdicts = pressed();
            const terms = field.value.toLowerCase().split(/\s+/).filter(Boolean);
            return (entry) => isClients(entry) && (!verdicts.size || verdicts.has(entry.verdict)) && terms.every((term) => entry.sought.includes(term));
          };
          const isFiltering = () => pressed().size > 0 || field.value.trim() !== "" || (chooser.value !== every && chooser.value !== "");

        """#
}
