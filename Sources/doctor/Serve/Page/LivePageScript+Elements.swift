extension LivePageScript {
    /// Making elements.
    ///
    /// Whatever comes from elsewhere is written as text; names of elements and attributes are our own.
    static let elements = #"""
          /* Foreign text as it stands, but for what would not be seen or would move what is. */
          const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
          const escaped = (point) => `\\u{${point.codePointAt(0).toString(16).toUpperCase()}}`;
          const limit = 20000;
          const plain = (value) => {
            const text = String(value);
            const part = text.length > limit ? text.slice(0, limit) + "\u2026" : text;
            return part.replace(/[^\n\x20-\x7e]/gu, (point) => hidden.test(point) || /[\p{Zs}\p{M}]/u.test(point) ? escaped(point) : point);
          };
          const isThere = (value) => value !== null && value !== undefined && value !== "";

          /* An element; `text` is foreign text, children are elements or our own words. */
          const make = (name, { text, ...attributes } = {}, ...children) => {
            const element = document.createElement(name);
            for (const [key, value] of Object.entries(attributes)) {
              if (isThere(value)) { element.setAttribute(key, value); }
            }
            if (isThere(text)) { element.textContent = plain(text); }
            element.append(...children.filter(isThere));
            return element;
          };
          const button = (words, act, attributes = {}) => {
            const element = make("button", { type: "button", class: "plain", text: words, ...attributes });
            if (act) { element.addEventListener("click", act); }
            return element;
          };
          const command = (text) => make("div", { class: "command" },
            make("pre", {}, make("code", { text })), button("Copy", null, { class: "plain copy" }));
          const facts = (pairs, look) => {
            const list = make("dl", { class: look });
            for (const [name, value] of pairs) {
              if (isThere(value)) { list.append(make("dt", { text: name }), make("dd", { text: value })); }
            }
            return list.childElementCount ? list : null;
          };
          const counted = (count, word, words = word + "s") => `${count} ${count === 1 ? word : words}`;
          const soon = (act, milliseconds) => {
            let timer = 0;
            return () => { clearTimeout(timer); timer = setTimeout(act, milliseconds); };
          };
          const isNarrow = () => matchMedia("(max-width: 63.99rem), (max-height: 29.99rem)").matches;

        """#
}
