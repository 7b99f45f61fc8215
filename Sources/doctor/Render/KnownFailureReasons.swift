import Codes
import Report

/// Why results that failed do not count, each reason of the list once with the results that it is about.
struct KnownFailureReasons {
    /// A reason as the list gives it, with its place there.
    struct Reason {
        let words: String
        /// Of the results, in the order of the report.
        var names: [String]
    }

    private(set) var all: [Reason] = []
    private var places: [String: Int] = [:]

    init(of cells: [ModelCell]) {
        for cell in cells { take(cell, cell.name) }
    }

    /// - Parameter report: All of its results.
    init(of report: Report) {
        for finding in report.findings { take(finding, "\(finding.check.rawValue): \(finding.code.spelling)") }
        for cell in report.models { take(cell, cell.name) }
        for result in report.cases { take(result, result.name) }
    }

    private mutating func take(_ result: some JudgedResult, _ name: String) {
        guard result.setAside == .knownFailing, let words = result.reasonAside else { return }
        if let place = places[words] {
            all[place].names.append(VisibleText.of(name))
        } else {
            places[words] = all.count
            all.append(Reason(words: VisibleText.of(words), names: [VisibleText.of(name)]))
        }
    }
}

extension KnownFailureReasons.Reason {
    /// More results than these are counted.
    private static let namedResults = 3

    /// The first results, and how many more.
    var results: String {
        let more = names.count - Self.namedResults
        return names.prefix(Self.namedResults).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}
