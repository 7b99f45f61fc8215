import Codes
import JSONText
import WireText

/// The results that are known to fail: a list that must stay true.
///
/// Each line has a pattern of names (the id of a case, `MODEL in REGION`, a check or a code), and behind ` #` the reason.
/// Lines that begin with `#` give theirs to the entries below them, up to a blank line; an entry without a reason is
/// refused. A result of the list that fails is passed over with its reason. One that passes fails the run, so that the list
/// is shortened when something was repaired, and so does an entry that fits nothing.
package struct KnownFailures: Sendable, Hashable {
    /// A line that cannot be taken.
    package struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// The file and the line.
        package let place: String
        package let reason: String
        package var description: String { "\(place): \(reason)" }
    }

    struct Entry: Sendable, Hashable {
        var pattern: Wildcard
        var reason: String
        /// The file and the line, for messages.
        var place: String
    }

    private(set) var entries: [Entry] = []

    /// No list.
    package static let none = KnownFailures()

    private init() {}

    /// Reads a list.
    ///
    /// - Throws: ``Fault`` for an entry without a reason.
    package init(path: String, _ text: String) throws(Fault) {
        var heading: [String] = []
        var isHeading = false
        // By scalars: a carriage return and a line feed are one character.
        for (index, line) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(line).trimmedWhitespace()
            if line.hasPrefix("#") || line.isEmpty {
                if line.isEmpty || !isHeading { heading = [] }
                isHeading = !line.isEmpty
                if isHeading { heading.append(String(line.drop { $0 == "#" }.trimmedWhitespace())) }
                continue
            }
            isHeading = false
            let (name, own) = Self.parts(line)
            let place = "\(path):\(index + 1)"
            let reason = own ?? heading.joined(separator: " ")
            guard !reason.isEmpty else {
                throw Fault(
                    place: place, reason: "expected a reason behind \"\(name)\", as in \"\(name) # why it fails\"")
            }
            entries.append(Entry(pattern: Wildcard(name), reason: reason, place: place))
        }
    }

    /// The name and the reason of a line.
    ///
    /// A `#` is a part of the name, as in `hello#0`, unless a blank stands before it.
    private static func parts(_ line: Substring) -> (name: String, reason: String?) {
        var previous: Character = "x"
        for index in line.indices {
            if line[index] == "#", previous == " " || previous == "\t" {
                let reason = String(line[line.index(after: index)...].trimmedWhitespace())
                return (String(line[..<index].trimmedWhitespace()), reason.isEmpty ? nil : reason)
            }
            previous = line[index]
        }
        return (String(line), nil)
    }

    /// Holds the list against everything that could be in it.
    ///
    /// - Parameters:
    ///   - names: Every name there is, whether its result is wanted in this run or not.
    ///   - noun: What they name, in the plural.
    /// - Throws: ``Fault`` for an entry that fits none of them.
    package func check(among names: [String], _ noun: String = "cases") throws(Fault) {
        for entry in entries where !names.contains(where: entry.pattern.matches) {
            throw Fault(
                place: entry.place,
                reason: "expected a pattern of \(noun), found \"\(entry.pattern.text)\", which matches none of the "
                    + "\(names.count) \(noun)" + ResultSelection.hint(entry.pattern.text, among: names))
        }
    }

    // MARK: Results in the light of the list

    package func applied(to result: CaseResult, failing rule: FailureRule) -> CaseResult {
        var result = result
        if rule.fails(result.status, code: result.code?.spelling) || result.status == .fail {
            guard let entry = entry(for: [result.id] + Self.spelling(result.code)) else { return result }
            result.status = .skip
            result.message = entry.words
        } else if result.status == .pass || result.status == .warn, let entry = entry(for: [result.id]) {
            result.status = .fail
            result.stage = "known-failing"
            result.message = entry.stale
            result.code = .knownFailurePasses
        }
        return result
    }

    package func applied(to cell: ModelCell, failing rule: FailureRule) -> ModelCell {
        var cell = cell
        if rule.fails(cell.status, code: cell.code?.spelling) || cell.status == .fail {
            guard let entry = entry(for: [cell.name] + Self.spelling(cell.code)) else { return cell }
            cell.status = .skip
            cell.message = [entry.words, cell.message].compactMap(\.self).joined(separator: "\n")
            cell.remedies = []
        } else if cell.status == .pass || cell.status == .warn, let entry = entry(for: [cell.name]) {
            cell.status = .fail
            cell.message = entry.stale
            cell.code = .knownFailurePasses
        }
        return cell
    }

    /// A finding that does not fail stays as it is: that nothing fails is told by ``stale(findings:others:)``.
    package func applied(to finding: Finding, failing rule: FailureRule) -> Finding {
        guard rule.fails(finding) || finding.status == .fail,
            let entry = entry(for: [finding.check.rawValue, finding.code.spelling])
        else { return finding }
        var finding = finding
        finding.status = .skip
        finding.detail = entry.words + (finding.detail.isEmpty ? "" : ". " + finding.detail)
        finding.remedies = []
        return finding
    }

    /// The entries that no finding of a whole run fails by, each as a case that fails.
    ///
    /// - Parameters:
    ///   - findings: Those that were found to fail, as they were before the list was applied.
    ///   - others: The names of cells and cases, which have their own results.
    package func stale(findings: [Finding], others: [String]) -> [CaseResult] {
        let found = findings.flatMap { [$0.check.rawValue, $0.code.spelling] }
        return entries.filter { entry in
            !found.contains(where: entry.pattern.matches) && !others.contains(where: entry.pattern.matches)
        }.map {
            CaseResult(
                id: $0.place, status: .fail, stage: "known-failing",
                message: "\($0.place) lists \($0.pattern.text) as failing, and no finding of this run fails by it: "
                    + "take it off the list.",
                code: .knownFailurePasses, durationMs: 0)
        }
    }

    /// What fails may be listed by its cause as well as by its name.
    private static func spelling(_ code: FindingCode?) -> [String] { code.map { [$0.spelling] } ?? [] }

    private func entry(for names: [String]) -> Entry? {
        entries.first { entry in names.contains(where: entry.pattern.matches) }
    }
}

extension KnownFailures.Entry {
    fileprivate var words: String { "known to fail (\(place)): \(reason)" }
    fileprivate var stale: String { "\(place) lists it as failing, and it passes: take it off the list." }
}
