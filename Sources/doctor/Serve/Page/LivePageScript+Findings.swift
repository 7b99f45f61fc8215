extension LivePageScript {
    /// Findings as the report has them: title, certainty, what differs, evidence, and what to type next.
    static let findings = #"""
          const marks = { pass: "ok", warn: "warn", fail: "FAIL", skip: "skip", unknown: "?" };
          const looks = { accepted: "pass", refused: "fail", unplayed: "fail", fault: "warn", probe: "skip" };
          const tag = (look, text) => make("span", { class: `tag ${look}`, text });
          /* A refusal says what kind it is: of a signature, or of a call that has no answer here. */
          const tagOf = ({ verdict, outcome }) => tag(looks[verdict] ?? "unknown", verdict === "refused" || verdict === "unplayed" ? outcome ?? verdict : verdict);

          const differing = ({ section, signed, expected, byte }) => {
            const sides = [["signed", signed], ["expected", expected]].map(([name, text]) => [name, isThere(text) ? [...text] : text === "" ? [] : null]);
            const [a, b] = sides.map(([, points]) => points);
            const stretches = a && b ? changes(a, b) : [];
            const ranges = [stretches, stretches.map(([, , start, end]) => [start, end])];
            const title = typeof byte === "number" ? `${section}, from byte ${byte + 1} on` : section;
            return make("div", { class: "compare" }, make("div", { class: "title", text: title }),
              ...sides.map(([name, points], side) => make("div", { class: "row" }, make("span", { class: "name" }, name),
                points ? make("pre", {}, ...marked(points, ranges[side])) : make("span", { class: "dim" }, "(absent)"))));
          };

          /* The texts of those who know one: the client, who reads the request by the rules, the service. */
          const accounts = { client: "the client signed", wire: "the rules make of the request", service: "the service expected" };
          const comparison = (value) => {
            const known = Object.keys(accounts).filter((name) => value[name] && typeof value[name] === "object");
            if (!known.length) { return null; }
            const [left, right] = [known[0], known.at(-1)];
            const titles = [accounts[left], accounts[right]];
            const texts = (member) => ({
              client: value[left][member], service: left === right ? null : value[right][member],
            });
            return make("details", {}, make("summary", { class: "small" }, "The whole texts, beside each other"),
              compared("Canonical request", texts("canonicalRequest"), titles), compared("String to sign", texts("stringToSign"), titles));
          };

          const remedy = ({ text, command: line }) => make("div", { class: "remedy" }, make("p", { text }), isThere(line) ? command(line) : null);

          const told = (value) => typeof value === "string" ? value : JSON.stringify(value);
          /* - isBare: leave out the whole texts, which stand elsewhere. */
          const finding = (found, { isBare = false } = {}) => {
            const { difference: line, comparison: texts, message, ...rest } = found.evidence ?? {};
            const evidence = facts(Object.entries(rest).map(([name, value]) => [name, told(value)]), "wide");
            return make("article", { class: "item" }, tag(marks[found.status] ? found.status : "unknown", marks[found.status] ?? found.status),
              make("div", {},
                make("h3", { text: found.title }),
                make("p", { class: "dim small" }, make("code", { text: found.code }), isThere(found.confidence) ? plain(`, ${found.confidence}`) : null),
                isThere(found.detail) ? make("p", { class: "said", text: found.detail }) : null,
                line ? differing(line) : null,
                texts && !isBare ? comparison(texts) : null,
                isThere(message) ? facts([["said", message]]) : null,
                ...(found.remedies ?? []).map(remedy),
                evidence ? make("details", {}, make("summary", { class: "dim small" }, "Evidence"), evidence) : null));
          };

        """#
}
