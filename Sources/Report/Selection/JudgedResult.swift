package import Codes

/// A finding, a cell or a case, as what was said of a run's results applies to it: which are wanted, which are known to
/// fail, and what fails the run.
package protocol JudgedResult: Sendable {
    /// What names it the same from run to run, whatever came out; patterns may fit any of them.
    var names: [String] { get }

    var status: Status { get set }

    /// The cause; `nil` where nothing is wrong, or nobody knows what.
    var cause: FindingCode? { get }

    /// Whether its cause is one of several readings, and was not found.
    var isReading: Bool { get }

    /// Whether a pattern of many names may say that it is known to fail; else its own name must.
    var isExcusedByPatterns: Bool { get }

    /// Why it does not count, although it was reached.
    var setAside: SetAside? { get set }

    /// What it says.
    var said: String? { get }

    /// Puts words on a line before what it says; what to do about it is not to be done.
    mutating func explain(_ words: String)

    /// Makes a failure of a result that is listed as failing and does not fail.
    ///
    /// A finding stays as it is: that it was not found is told at the end of the run.
    mutating func contradict(_ words: String)
}

/// Why a result that was reached does not count.
package enum SetAside: String, Sendable, Hashable, CaseIterable {
    /// It is known to fail (`--known-failing`).
    case knownFailing = "known-failing"

    /// It had to be asked for, and its cause is not among those that were chosen (`--run`, `--skip`).
    case notChosen = "not-chosen"
}

extension JudgedResult {
    package var isReading: Bool { false }
    package var isExcusedByPatterns: Bool { true }

    /// Every word by which patterns may fit it.
    package var words: [String] { names + (cause.map { [$0.spelling] } ?? []) }

    /// Why it is passed over, in the words with which it was; `nil` where it is not.
    package var reasonAside: String? {
        setAside == nil ? nil : said?.split(separator: "\n", maxSplits: 1).first.map(String.init)
    }

    /// The result passed over.
    package func set(aside reason: SetAside, _ words: String) -> Self {
        var result = self
        result.status = .skip
        result.setAside = reason
        result.explain(words)
        return result
    }
}

extension CaseResult: JudgedResult {
    package var names: [String] { adapter == nil ? [id] : [id, name] }
    package var cause: FindingCode? { code }
    package var said: String? { message }

    /// An adapter that broke tried nothing: `*` would excuse one that breaks at every case.
    package var isExcusedByPatterns: Bool { stage != Self.adapterStage }

    package mutating func explain(_ words: String) { message = words }

    package mutating func contradict(_ words: String) {
        status = .fail
        stage = KnownFailures.stage
        message = words
        code = .knownFailurePasses
    }
}

extension ModelCell: JudgedResult {
    package var names: [String] { [name] }
    package var cause: FindingCode? { code }
    package var said: String? { message }

    package mutating func explain(_ words: String) {
        message = [words, message].compactMap(\.self).joined(separator: "\n")
        remedies = []
    }

    package mutating func contradict(_ words: String) {
        status = .fail
        message = words
        code = .knownFailurePasses
    }
}

extension Finding: JudgedResult {
    package var names: [String] { [check.rawValue] }
    package var cause: FindingCode? { code }
    package var said: String? { detail }

    /// A reading that is only possible beside another.
    package var isReading: Bool { status == .unknown && confidence == .possible }

    package mutating func explain(_ words: String) {
        detail = words + (detail.isEmpty ? "" : "\n" + detail)
        remedies = []
    }

    package mutating func contradict(_ words: String) {}
}
