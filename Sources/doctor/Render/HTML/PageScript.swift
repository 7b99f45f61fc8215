/// What the scripts of our pages have in common: finding elements, saying something to who does not see the page, and
/// copying.
enum PageScript {
    /// A script in strict mode that leaves no name behind.
    ///
    /// - Parameter body: What the page itself does, which uses the common part.
    static func text(_ body: String) -> String {
        "(() => {\n  \"use strict\";\n\n" + common + body + "})();\n"
    }

    private static let common = #"""
          const one = (selector, root = document) => root.querySelector(selector);
          const all = (selector, root = document) => [...root.querySelectorAll(selector)];
          const root = document.documentElement;
          root.classList.add("scripted");

          /* Copying. From a file:// page some browsers keep the clipboard's interface from us: then the old command,
             and where that fails too the text is selected, to be copied by hand. */
          const status = one("#status");
          const say = (text) => { status.textContent = text; };
          const select = (element) => {
            const range = document.createRange();
            range.selectNodeContents(element);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
          };
          const copied = (button) => {
            button.textContent = "Copied";
            say("Copied");
            setTimeout(() => { button.textContent = "Copy"; }, 1500);
          };
          /* Copies what a button holds, or else the code beside it. */
          const copy = async (button) => {
            const text = one("code", button.parentElement) ?? one("code", button.parentElement.parentElement);
            try {
              await navigator.clipboard.writeText(button.copies ?? text.textContent);
              copied(button);
            } catch {
              select(text);
              if (document.execCommand("copy")) { copied(button); } else { say("Selected: copy it with the keyboard"); }
            }
          };
          document.addEventListener("click", (event) => {
            const button = event.target.closest("button.copy");
            if (button) { copy(button); }
          });

        """#
}
