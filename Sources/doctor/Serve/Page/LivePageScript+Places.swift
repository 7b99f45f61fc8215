extension LivePageScript {
    /// Where one is on the page: a part, and a request in the first.
    ///
    /// The address says it, so that the browser's own way back leads back, and a reload stays.
    static let places = #"""
          const parts = ["requests", "faults", "explain"];
          const tabs = parts.map((part) => one(`#tab-${part}`));
          const panels = parts.map((part) => one(`#${part}`));
          const here = { part: "requests", request: null };
          const movements = [];
          const show = () => {
            const chosen = /^#request-(\d{1,15})$/.exec(location.hash);
            const name = location.hash.slice(1);
            here.request = chosen ? Number(chosen[1]) : null;
            here.part = parts.includes(name) ? name : "requests";
            tabs.forEach((tab, index) => {
              const isOn = parts[index] === here.part;
              tab.setAttribute("aria-selected", String(isOn));
              tab.tabIndex = isOn ? 0 : -1;
              panels[index].hidden = !isOn;
            });
            root.classList.toggle("chosen", here.request !== null);
            one("#request").hidden = here.request === null;
            one("#verdict").hidden = here.request !== null;
            for (const act of movements) { act(); }
          };
          const go = (address, { isStep = true } = {}) => {
            if (location.hash === address) { return; }
            if (isStep) { history.pushState(null, "", address); } else { history.replaceState(null, "", address); }
            show();
          };
          addEventListener("popstate", show);
          tabs.forEach((tab, index) => {
            tab.addEventListener("click", () => go(`#${parts[index]}`));
            tab.addEventListener("keydown", (event) => {
              const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: parts.length - 1 }[event.key];
              if (to === undefined) { return; }
              event.preventDefault();
              const next = (to + parts.length) % parts.length;
              tabs[next].focus();
              go(`#${parts[next]}`, { isStep: false });
            });
          });

        """#
}
