import JSONText
import Report
import Synchronization
import SystemPackage

/// Where lines of results go as they come (`--format jsonl`): standard output, or a file that grows.
///
/// Each line is written at once and whole, so that a reader at the other end of a pipe has it, and an end by force leaves
/// no half of one. A line that cannot be written is told at the end of the run: the other forms may still be had.
final class ResultStream: Sendable {
    private struct State {
        var file: FileDescriptor?
        var isOpen = false
        var isBegun = false
        var failure: InputProblem?
        /// How often each result was written: the report at the end may hold some that were not.
        var findings: [Finding: Int] = [:]
        var cells: [ModelCell: Int] = [:]
        var cases: [CaseResult: Int] = [:]
        /// Cases that were written before they were added to the report.
        var announced: [CaseResult: Int] = [:]
    }

    private let path: String
    private let empty: Report
    private let completed: @Sendable (Report) -> Report
    private let state = Mutex(State())

    /// - Parameters:
    ///   - path: A file, or `-` for standard output.
    ///   - empty: The report before anything was found.
    ///   - completed: Makes the remedies of a report complete, as the other forms have them.
    init(path: String, empty: Report, completed: @escaping @Sendable (Report) -> Report) {
        self.path = path
        self.empty = empty
        self.completed = completed
    }

    /// Opens the file; again it does nothing.
    ///
    /// - Throws: ``InputProblem`` for a file that cannot be written, before the run has cost anything.
    func open() throws(InputProblem) {
        try state.withLock { (state) throws(InputProblem) in
            guard !state.isOpen else { return }
            state.isOpen = true
            if path != "-" { state.file = try FileSystem.openEmptied(path) }
        }
    }

    /// Writes the first line.
    ///
    /// A run that puts the reports of others together leaves it to ``end(_:)``: whose they are is known when they are read.
    func begin() { state.withLock { begin(empty, &$0) } }

    private func begin(_ report: Report, _ state: inout State) {
        guard !state.isBegun else { return }
        state.isBegun = true
        write(report.firstLine, &state)
    }

    /// Writes results, in the order of a report: findings, cells, cases; before the first line nothing, which the end makes up
    /// for.
    func take(findings: [Finding] = [], cells: [ModelCell] = [], cases: [CaseResult] = []) {
        var part = empty
        (part.findings, part.models, part.cases) = (findings, cells, cases)
        part = completed(part)
        state.withLock { state in
            guard state.isBegun else { return }
            for finding in part.findings {
                state.findings[finding, default: 0] += 1
                write(finding.line, &state)
            }
            for cell in part.models {
                state.cells[cell, default: 0] += 1
                write(cell.line, &state)
            }
            for result in part.cases {
                state.cases[result, default: 0] += 1
                if let count = state.announced[result], count > 0 {
                    state.announced[result] = count - 1
                } else {
                    write(result.line, &state)
                }
            }
        }
    }

    /// Writes a case that stands; when it is taken later it is there already.
    func announce(_ result: CaseResult) {
        state.withLock { state in
            state.announced[result, default: 0] += 1
            write(result.line, &state)
        }
    }

    /// Writes what the finished report holds and was not written yet, then the last line.
    ///
    /// - Parameter report: The whole report, its remedies complete.
    /// - Throws: ``InputProblem`` for the first line that could not be written.
    func end(_ report: Report) throws(InputProblem) {
        try open()
        try state.withLock { (state) throws(InputProblem) in
            begin(report, &state)
            for finding in Self.rest(report.findings, &state.findings) { write(finding.line, &state) }
            for cell in Self.rest(report.models, &state.cells) { write(cell.line, &state) }
            for result in Self.rest(report.cases, &state.cases) { write(result.line, &state) }
            write(report.lastLine, &state)
            try? state.file?.close()
            state.file = nil
            if let failure = state.failure { throw failure }
        }
    }

    private static func rest<Result: Hashable>(_ all: [Result], _ written: inout [Result: Int]) -> [Result] {
        all.filter { result in
            guard let count = written[result], count > 0 else { return true }
            written[result] = count - 1
            return false
        }
    }

    private func write(_ line: JSONValue, _ state: inout State) {
        guard state.failure == nil else { return }
        let text = line.text(.compact) + "\n"
        do throws(InputProblem) {
            guard let file = state.file else { return try StandardStreams.writeResult(text) }
            do {
                _ = try file.writeAll(StandardStreams.secrets.masked(text).utf8)
            } catch {
                throw FileSystem.writingProblem(error, path)
            }
        } catch {
            state.failure = error
        }
    }
}
