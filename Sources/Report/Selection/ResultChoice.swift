import Codes
package import WireText

/// How the patterns of a run choose among its cells or cases, before they are asked and after.
///
/// A pattern that fits the name of a cell, a case or a check chooses by name: what is not chosen is not asked, and no result
/// of it is given. One that fits codes only chooses by cause, which nobody knows before: whatever may have it is asked, and
/// what turns out to have another cause than was chosen is passed over with that reason, in its place, so that the
/// results of a run are those that `--list` names.
package struct ResultChoice: Sendable {
    /// The patterns of one option, by what they choose by.
    private struct Patterns: Sendable {
        var names: [Wildcard] = []
        var causes: [Wildcard] = []

        init(_ patterns: [Wildcard], _ known: [String]) {
            for pattern in patterns {
                if known.contains(where: pattern.matches) { names.append(pattern) } else { causes.append(pattern) }
            }
        }
    }

    private let run: Patterns
    private let skip: Patterns
    /// The names of what may be asked.
    private let planned: Set<String>

    /// - Parameters:
    ///   - names: Of all cells or cases there are.
    ///   - others: What names something else, such as checks.
    package init(_ selection: ResultSelection, among names: [String], others: [String] = []) {
        planned = Set(names)
        run = Patterns(selection.run, names + others)
        skip = Patterns(selection.skip, names + others)
    }

    /// Whether there is nothing that may be asked.
    package var isEmpty: Bool { planned.isEmpty }

    /// Whether a cell or a case has to be asked.
    package func asks(_ name: String) -> Bool {
        guard !skip.names.contains(where: { $0.matches(name) }) else { return false }
        return run.names.isEmpty && run.causes.isEmpty || !run.causes.isEmpty
            || run.names.contains { $0.matches(name) }
    }

    /// Whether all that a pattern of names fits is asked, and something is: only then a run in part tells what the whole
    /// would tell of it.
    package func covers(_ pattern: Wildcard) -> Bool {
        guard run.causes.isEmpty, skip.causes.isEmpty else { return false }
        let fitting = planned.filter { pattern.text == $0 || pattern.matches($0) }
        return !fitting.isEmpty && fitting.allSatisfy(asks)
    }

    /// A result as it counts, now that its cause is known.
    package func applied<Result: JudgedResult>(to result: Result) -> Result {
        guard !run.causes.isEmpty || !skip.causes.isEmpty, result.names.contains(where: planned.contains) else {
            return result
        }
        if let cause = result.cause?.spelling, let pattern = skip.causes.first(where: { $0.matches(cause) }) {
            return result.set(aside: .notChosen, "left out by its cause, \(cause) (--skip \(pattern.text))")
        }
        guard !run.causes.isEmpty, !isChosen(result), !isOpen(result) else { return result }
        let cause = result.cause.map { "another cause, \($0.spelling)" } ?? "no such cause"
        let wanted = (run.causes + run.names).map { "--run \($0.text)" }.joined(separator: " ")
        return result.set(aside: .notChosen, "left out: it has \(cause) (\(wanted))")
    }

    private func isChosen(_ result: some JudgedResult) -> Bool {
        run.names.contains { pattern in result.names.contains(where: pattern.matches) }
            || result.cause.map { cause in run.causes.contains { $0.matches(cause.spelling) } } ?? false
    }

    /// Whether the cause is still not known: what was not asked may have any.
    private func isOpen(_ result: some JudgedResult) -> Bool {
        result.status == .unknown && (result.cause == nil || result.cause?.group == .run)
    }
}
