import Report

/// What was signed against what must be signed: below each other with the part that differs marked, and whole.
enum HTMLComparison {
    static func all(_ finding: Finding) -> [HTMLValues] {
        [finding.difference.map(difference), finding.comparison.flatMap(ComparedAccounts.init).map(comparison)]
            .compactMap(\.self)
    }

    private static func difference(_ difference: LineDifference) -> HTMLValues {
        let row = row(
            difference.section, ["signed", "expected"], [difference.signed, difference.expected],
            byte: "\(difference.byte + 1)")
        return ["rows": [row]]
    }

    private static func comparison(_ compared: ComparedAccounts) -> HTMLValues {
        HTMLValues(present: [
            "summary": compared.summary + ".",
            "rows": compared.rows.map { row($0.section, compared.accounts.map(\.label), $0.values) },
            "whole": whole(compared),
        ])
    }

    private static func row(
        _ section: String, _ names: [String], _ values: [String?], byte: String? = nil
    ) -> HTMLValues {
        let parts = DifferingPart.of(values)
        let sides = zip(names, parts).map { name, part in
            HTMLValues(present: [
                "name": name, "absent": part == nil ? "(absent)" : nil,
                "text": part.map { ["before": $0.before, "changed": $0.changed, "after": $0.after] },
            ])
        }
        return HTMLValues(present: ["section": VisibleText.of(section), "byte": byte, "sides": sides])
    }

    /// Each account with its texts; a line that not every other account has is marked.
    private static func whole(_ compared: ComparedAccounts) -> HTMLValues {
        let groups = compared.groups
        let accounts = groups.map { titles, account -> HTMLValues in
            let others = groups.map(\.account).filter { $0.source != account.source }
            let texts = [
                ("canonical request", account.canonicalRequest, others.map(\.canonicalRequest)),
                ("string to sign", account.stringToSign, others.compactMap(\.stringToSign)),
            ].compactMap { name, text, others -> HTMLValues? in
                text.map { ["name": name, "lines": lines($0, against: others)] }
            }
            return ["title": titles.joined(separator: " = "), "texts": texts]
        }
        return ["accounts": accounts]
    }

    private static func lines(_ text: String, against others: [String]) -> [HTMLValues] {
        let sets = others.map { Set($0.split(separator: "\n", omittingEmptySubsequences: false)) }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let isShared = sets.allSatisfy { $0.contains(line) }
            return HTMLValues(present: [isShared ? "same" : "changed": VisibleText.of(line)])
        }
    }
}

/// A text in three parts: what it has in common with others at its beginning and end, and what stands between.
struct DifferingPart: Hashable {
    var before: String
    var changed: String
    var after: String

    /// The texts against each other; nothing is changed in one that stands alone.
    static func of(_ texts: [String?]) -> [DifferingPart?] {
        let known = texts.compactMap { $0.map(Array.init) }
        guard let first = known.first else { return texts.map { _ in nil } }
        let shortest = known.map(\.count).min() ?? 0
        let before = known.map { zip($0, first).prefix { $0 == $1 }.count }.min() ?? 0
        let after = known.map { zip($0.reversed(), first.reversed()).prefix { $0 == $1 }.count }.min() ?? 0
        let end = min(after, shortest - before)
        return texts.map { text in
            text.map { text in
                DifferingPart(
                    before: VisibleText.of(text.prefix(before)),
                    changed: VisibleText.of(text.dropFirst(before).dropLast(end)),
                    after: VisibleText.of(text.dropFirst(before).suffix(end)))
            }
        }
    }
}
