extension LivePageScript {
    /// Signed text with every byte in sight: what an eye passes over makes another signature all the same.
    static let visible = #"""
          const bytesOf = (point) => [...new TextEncoder().encode(point)].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
          const named = { "\r": "CR", "\t": "TAB", "\n": "LF", "\0": "NUL" };

          /* What is written for the code point at `index` of a line, or null where it stands for itself. A blank at the
             end of a line, at its beginning or beside another is one of those that are passed over. */
          const label = (points, index) => {
            const point = points[index];
            if (point === " ") {
              const isLast = points.slice(index).every((rest) => rest === " " || rest === "\r" || rest === "\t");
              return isLast || index === 0 || points[index - 1] === " " || points[index + 1] === " " ? { text: "\u00b7", words: "" } : null;
            }
            if (point >= "!" && point <= "~") { return null; }
            if (named[point]) { return { text: named[point], words: "" }; }
            const code = "U+" + point.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
            if (hidden.test(point) || /[\p{Zs}\p{M}]/u.test(point)) { return { text: code, words: point < "\x80" ? "" : bytesOf(point) }; }
            return { text: point, words: bytesOf(point) };
          };

          /* The code points from `start` up to `end` of a line, those that are not seen in a box, with their bytes. */
          const seen = (points, start, end) => {
            const nodes = [];
            let text = "";
            for (let index = start; index < end; index += 1) {
              const odd = label(points, index);
              if (!odd) { text += points[index]; continue; }
              if (text) { nodes.push(text); text = ""; }
              nodes.push(make("span", { class: "odd" }, odd.text, odd.words ? make("small", {}, odd.words) : null));
            }
            if (text) { nodes.push(text); }
            return nodes;
          };

        """#
}
