extension LivePageScript {
    /// Keys for the whole page, and the beginning.
    static let start = #"""
          document.addEventListener("keydown", (event) => {
            const isTyping = event.target.matches("input, textarea, select");
            if (event.key === "/" && !isTyping && !clearing.open && !event.ctrlKey && !event.metaKey && !event.altKey) {
              event.preventDefault();
              if (here.part !== "requests") { go("#requests"); }
              field.focus();
              field.select();
            } else if (event.key === "Escape" && event.target === field) {
              field.value = "";
              filterChanged();
              field.blur();
            }
          });
          /* Counts of faults go down without a request that is new here, where another page looks on too. */
          setInterval(() => { if (!connection.since) { readStatus(); } }, 5000);
          measure();
          settle();
          show();
          readStatus();
          follow();

        """#
}
