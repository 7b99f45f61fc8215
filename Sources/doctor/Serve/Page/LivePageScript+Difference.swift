extension LivePageScript {
    /// Two signed texts beside each other, line against line, with the bytes that differ marked.
    static let difference = #"""
          /* The longest common subsequence of two lists, as pairs of places; of very long ones their common beginning and end only. */
          const shared = (left, right) => {
            const pairs = [];
            let from = 0;
            while (from < left.length && from < right.length && left[from] === right[from]) { pairs.push([from, from]); from += 1; }
            let l = left.length;
            let r = right.length;
            const tail = [];
            while (l > from && r > from && left[l - 1] === right[r - 1]) { l -= 1; r -= 1; tail.unshift([l, r]); }
            const height = l - from;
            const width = r - from;
            if (height && width && height * width <= 250000) {
              const row = width + 1;
              const table = new Uint32Array((height + 1) * row);
              for (let i = height - 1; i >= 0; i -= 1) {
                for (let j = width - 1; j >= 0; j -= 1) {
                  table[i * row + j] = left[from + i] === right[from + j]
                    ? table[(i + 1) * row + j + 1] + 1 : Math.max(table[(i + 1) * row + j], table[i * row + j + 1]);
                }
              }
              for (let i = 0, j = 0; i < height && j < width;) {
                if (left[from + i] === right[from + j]) { pairs.push([from + i, from + j]); i += 1; j += 1; }
                else if (table[(i + 1) * row + j] >= table[i * row + j + 1]) { i += 1; } else { j += 1; }
              }
            }
            return [...pairs, ...tail];
          };

          /* Lines in pairs: those that are equal, between them those of one name (a header's), between these in their order.
             `null` stands beside a line that the other text does not have. */
          const nameOf = (line) => line.split(":")[0];
          const paired = (left, right, keys = [(line) => line, nameOf]) => {
            if (!left.length && !right.length) { return []; }
            const [key, ...rest] = keys;
            if (!key) {
              return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [left[index] ?? null, right[index] ?? null]);
            }
            const pairs = [];
            let l = 0;
            let r = 0;
            for (const [i, j] of [...shared(left.map(key), right.map(key)), [left.length, right.length]]) {
              pairs.push(...paired(left.slice(l, i), right.slice(r, j), rest));
              if (i < left.length) { pairs.push([left[i], right[j]]); }
              l = i + 1;
              r = j + 1;
            }
            return pairs;
          };

          /* The stretches in which two lines differ, as [start, end] of the one and of the other. What they have in common
             between two of them counts only from four characters on: shorter ones are chance, in a hash for one. */
          const changes = (left, right) => {
            const found = [];
            let l = 0;
            let r = 0;
            let run = 4;
            for (const [i, j] of [...shared(left, right), [left.length, right.length]]) {
              if (i === l && j === r) { run += 1; } else {
                const last = found.at(-1);
                if (last && run < 4) { last[1] = i; last[3] = j; } else { found.push([l, i, r, j]); }
                run = 1;
              }
              l = i + 1;
              r = j + 1;
            }
            return found;
          };
          const marked = (points, stretches) => {
            const nodes = [];
            let from = 0;
            for (const [start, end] of stretches) {
              nodes.push(...seen(points, from, start), make("mark", {}, ...seen(points, start, end)));
              from = end;
            }
            nodes.push(...seen(points, from, points.length));
            return nodes;
          };

          /* The two texts as lists of elements, one a line, of the same length. */
          const lines = (left, right) => {
            const sides = [[], []];
            for (const [one, other] of paired(left.split("\n"), right.split("\n"))) {
              if (one === null || other === null) {
                const points = [...(one ?? other)];
                const there = make("span", { class: "line differs" }, make("mark", {}, ...seen(points, 0, points.length)));
                const absent = make("span", { class: "line absent" }, "no such line");
                sides[0].push(one === null ? absent : there);
                sides[1].push(one === null ? there : absent);
                continue;
              }
              const [a, b] = [[...one], [...other]];
              const stretches = one === other ? [] : changes(a, b);
              const look = one === other ? "line" : "line differs";
              sides[0].push(make("span", { class: look }, ...marked(a, stretches)));
              sides[1].push(make("span", { class: look }, ...marked(b, stretches.map(([, , start, end]) => [start, end]))));
            }
            return sides;
          };
          const panel = (what, whose, text, rows) => {
            const code = make("code", {}, ...rows);
            const copies = button("Copy", null, { class: "plain copy", "aria-label": `Copy: ${what}, ${whose}` });
            copies.copies = text;
            return make("figure", {}, make("figcaption", {}, whose, copies),
              make("pre", { tabindex: "0", role: "region", "aria-label": `${what}, ${whose}` }, code));
          };
          const single = (text) => text.split("\n").map((line) => {
            const points = [...line];
            return make("span", { class: "line" }, ...seen(points, 0, points.length));
          });

          /* A text of the client and of the service; either may be unknown. */
          const compared = (what, { client, service }, [ours, theirs] = ["the client signed", "the service expected"]) => {
            if (!isThere(client) && !isThere(service)) { return null; }
            const sides = make("div", { class: "sides" });
            let note = null;
            if (isThere(client) && isThere(service)) {
              const [left, right] = lines(client, service);
              sides.append(panel(what, ours, client, left), panel(what, theirs, service, right));
              const count = left.filter((line) => line.className !== "line").length;
              note = client === service ? "The two are the same." : `${counted(count, "line")} ${count === 1 ? "differs" : "differ"}.`;
            } else {
              sides.append(panel(what, isThere(client) ? ours : theirs, client ?? service, single(client ?? service)));
            }
            return make("section", { class: "signed" }, make("h3", { text: what }), note ? make("p", { class: "dim small" }, note) : null, sides);
          };

        """#
}
