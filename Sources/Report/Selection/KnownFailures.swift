import Codes
import JSONText
import WireText

/// The results that are known to fail: a list that must stay true.
///
/// Each line has a pattern of names (the id of a case, `MODEL in REGION`, a check or a code), and behind ` #` the reason.
/// An adapter that breaks at a case is excused by that case's name only. Lines that begin with `#` give theirs to the entries below them, up to a blank line; an entry without a reason is
/// refused. A result of the list that fails is passed over with its reason. One that passes fails the run, so that the list
/// is shortened when something was repaired, and so does an entry that fits nothing, or only what was skipped.
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
    /// The places of the entries that are no patterns, by their names, and of those that are.
    private var exact: [String: Int] = [:]
    private var patterns: [Int] = []

    /// The stage at which a result fails that is listed as failing and does not.
    static let stage = "known-failing"

    /// No list.
    package static let none = KnownFailures()

    private init() {}

    package var isEmpty: Bool { entries.isEmpty }

    /// What the list says, wherever its file is.
    package var contents: [[String]] { entries.map { [$0.pattern.text, $0.reason] } }

    /// Reads a list.
    ///
    /// - Throws: ``Fault`` for an entry without a reason, and for one that is there twice.
    package init(path: String, _ text: String) throws(Fault) {
        var heading: [String] = []
        var isHeading = false
        var lines: [String: Int] = [:]
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
                    place: place,
                    reason:
                        "expected a reason behind \"\(Self.shown(name))\", as in \"\(Self.shown(name)) # why it fails\""
                )
            }
            let entry = Entry(pattern: Wildcard(name), reason: reason, place: place)
            if let first = lines.updateValue(index + 1, forKey: name) {
                throw Fault(
                    place: place,
                    reason:
                        "expected each entry once, found \"\(Self.shown(name))\" again, which is that of line \(first)")
            }
            if entry.pattern.isPattern { patterns.append(entries.count) } else { exact[name] = entries.count }
            entries.append(entry)
        }
    }

    /// A name as messages have it: a line may be megabytes.
    private static func shown(_ name: String) -> String { PrintableText.escaped(name, limit: 200) }

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
        let known = Set(names)
        for entry in entries where !entry.fits(known) {
            throw Fault(
                place: entry.place,
                reason:
                    "expected a pattern of \(noun), found \"\(Self.shown(entry.pattern.text))\", which matches none of the "
                    + "\(names.count) \(noun)" + ResultSelection.hint(entry.pattern.text, among: names))
        }
    }

    // MARK: Results in the light of the list

    /// A result that fails and is listed is passed over; one that is listed by name and does not fail fails for that.
    package func applied<Result: JudgedResult>(to result: Result, failing rule: FailureRule) -> Result {
        guard !isEmpty, result.setAside == nil else { return result }
        if rule.fails(result) || result.status == .fail {
            // What fails may be listed by its cause as well as by its name.
            guard let entry = entry(for: result.words, patterns: result.isExcusedByPatterns) else { return result }
            return result.set(aside: .knownFailing, entry.words)
        }
        guard result.status == .pass || result.status == .warn, let entry = entry(for: result.names) else {
            return result
        }
        var result = result
        result.contradict(entry.stale(result.status))
        return result
    }

    /// The entries by which nothing failed in a whole run.
    ///
    /// One that names a cell or a case is judged by that result, unless it was skipped: that shows nothing. A run that left results without a verdict cannot tell.
    ///
    /// - Parameter report: The results after the list was applied to them.
    /// - Returns: `nil` where it cannot be told.
    package func stale(in report: Report) -> [Stale]? {
        guard !isEmpty else { return [] }
        let results = report.models.map(\.status) + report.cases.map(\.status)
        guard !results.contains(.unknown), !report.findings.contains(where: { $0.code == .deadlineReached }) else {
            return nil
        }
        let found = Set(
            Self.words(of: report.findings.filter { $0.setAside == .knownFailing })
                + Self.tried(report.models) + Self.words(of: report.models.filter { $0.setAside == .knownFailing })
                + Self.tried(report.cases) + Self.words(of: report.cases.filter { $0.setAside == .knownFailing }))
        return entries.filter { !$0.fits(found) }.map { Stale(place: $0.place, pattern: $0.pattern.text) }
    }

    /// The names of what was not skipped by whatever was asked.
    private static func tried(_ results: [some JudgedResult]) -> [String] {
        results.filter { $0.status != .skip || $0.setAside != nil }.flatMap(\.names)
    }

    private static func words(of results: [some JudgedResult]) -> [String] { results.flatMap(\.words) }

    private func entry(for names: [String], patterns isPattern: Bool = true) -> Entry? {
        let places =
            names.compactMap { exact[$0] }
            + [!isPattern ? nil : patterns.first { place in names.contains(where: entries[place].pattern.matches) }]
            .compactMap(\.self)
        return places.min().map { entries[$0] }
    }
}

extension KnownFailures {
    /// An entry by which nothing fails any more.
    package struct Stale: Sendable, Hashable {
        /// The file and the line.
        package let place: String
        package let pattern: String

        package init(place: String, pattern: String) {
            self.place = place
            self.pattern = pattern
        }

        /// The entry as a case that fails.
        package var result: CaseResult {
            CaseResult(
                id: place, status: .fail, stage: KnownFailures.stage,
                message: "\(place) lists \(pattern) as failing, and nothing in this run fails by it: "
                    + "take it off the list.",
                code: .knownFailurePasses, durationMs: 0)
        }
    }
}

extension KnownFailures.Entry {
    /// Whether it names one of them.
    fileprivate func fits(_ names: Set<String>) -> Bool {
        names.contains(pattern.text) || pattern.isPattern && names.contains(where: pattern.matches)
    }

    fileprivate var words: String { "known to fail (\(place)): \(reason)" }

    fileprivate func stale(_ status: Status) -> String {
        let found = status == .pass ? "it passes" : "it does not fail (\(status.rawValue))"
        return "\(place) lists it as failing, and \(found): take it off the list."
    }
}
