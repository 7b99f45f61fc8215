package import Report

/// The cases that are known to fail: a list that must stay true.
///
/// Each line has a pattern of case ids, and behind `#` the reason. A case of the list that fails is passed over with its
/// reason. One that passes fails the run, so that the list is shortened when something was repaired.
package struct KnownFailures: Sendable, Hashable {
    struct Entry: Sendable, Hashable {
        var pattern: NamePattern
        var reason: String?
        /// The file and the line, for messages.
        var place: String
    }

    private(set) var entries: [Entry] = []

    /// No list.
    package static let none = KnownFailures()

    private init() {}

    /// Reads a list.
    ///
    /// - Parameter ids: Every case there is, whether it is run or not.
    /// - Throws: ``InputFileError`` for a line that matches no case.
    package init(_ file: InputFile, among ids: [String]) throws(InputFileError) {
        var lines = LineReader(file.bytes)
        while let line = lines.next() {
            let parts = line.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first.map(Self.trimmed) ?? ""
            guard !name.isEmpty else { continue }
            let place = "\(file.path):\(lines.number)"
            let pattern = NamePattern(name)
            guard ids.contains(where: pattern.matches) else {
                throw InputFileError(
                    place,
                    "expected a pattern of case ids, found \"\(name)\", which matches none of the \(ids.count) cases"
                        + CaseSelection.hint(name, among: ids))
            }
            let reason = parts.count > 1 ? Self.trimmed(parts[1]) : ""
            entries.append(Entry(pattern: pattern, reason: reason.isEmpty ? nil : reason, place: place))
        }
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> String {
        String(decoding: Array(text).trimmed, as: UTF8.self)
    }

    /// The result in the light of the list.
    package func applied(to result: CaseResult) -> CaseResult {
        guard let entry = entries.first(where: { $0.pattern.matches(result.id) }) else { return result }
        var result = result
        switch result.status {
        case .fail:
            result.status = .skip
            result.message = (["known to fail (\(entry.place))"] + [entry.reason].compactMap(\.self))
                .joined(separator: ": ")
        case .pass, .warn:
            result.status = .fail
            result.stage = "known-failing"
            result.message = "\(entry.place) lists it as failing, and it passes: take it off the list."
            result.code = nil
        case .skip, .unknown: break
        }
        return result
    }
}
