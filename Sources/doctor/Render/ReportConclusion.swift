import Codes
import JSONText
import Report

/// What a whole report comes to: how many of each, then the cause that comes first and what to type next.
struct ReportConclusion {
    /// What a sentence is about.
    enum Subject: String {
        case cause
        case firstFailure = "first failure"
        case warning
        case works = "Converse works"
    }

    /// How many of each, in words.
    let counts: String
    let subject: Subject?
    let sentence: String
    let code: String?

    let next: NextAdvice?

    init(_ report: Report) {
        counts = Self.counts(report)
        if let cause = report.findings.first(where: { $0.status == .fail }) {
            subject = .cause
            sentence = cause.title
            code = cause.code.spelling
            next = Self.next(cause.remedies, page: cause.code)
        } else if let cell = report.models.first(where: { $0.status == .fail }) {
            subject = .cause
            sentence = "\(VisibleText.of(cell.name)): \(cell.verdict.rawValue)"
            code = cell.code?.spelling ?? cell.verdict.rawValue
            next = Self.next(cell.remedies, page: cell.code)
        } else if let failed = report.cases.first(where: { $0.status == .fail }) {
            subject = .firstFailure
            sentence = VisibleText.of(failed.name) + Self.what(failed)
            code = failed.code?.spelling
            next = failed.code.flatMap { Self.next([], page: $0) }
        } else if report.models.count == 1, let cell = report.models.first, cell.status == .pass {
            let profile = cell.profile.map { " through \(VisibleText.of($0))" } ?? ""
            subject = .works
            sentence = "\(VisibleText.of(cell.model)) answers in \(VisibleText.of(cell.place))\(profile)"
            code = nil
            next = nil
        } else if let warning = report.findings.first(where: { $0.status == .warn }) {
            subject = .warning
            sentence = warning.title
            code = warning.code.spelling
            next = Self.next(warning.remedies, page: warning.code)
        } else {
            let open = report.findings.first { $0.status == .unknown }
            // A failure that is nobody's fault here has no verdict, and yet a name.
            let named = open.flatMap { $0.kind == .observation && $0.code != .unknownError ? $0 : nil }
            subject = named == nil ? nil : .cause
            sentence = named?.title ?? ""
            code = named?.code.spelling
            // What could not be judged has no cause, and often a way to find it.
            next = open.flatMap { Self.next($0.remedies, page: $0.code) }
        }
    }

    private static func counts(_ report: Report) -> String {
        let summary = report.summary
        // Other readings of a failure are counted apart from what was not judged.
        let readings = zip(report.findings, report.findings.dropFirst()).count { first, other in
            other.status == .unknown && other.confidence == .possible && first.isOfSameCall(as: other)
        }
        let parts = [Status.fail, .warn, .unknown, .skip, .pass].flatMap { status -> [String] in
            let count = summary.count(of: status) - (status == .unknown ? readings : 0)
            let parts = count > 0 ? ["\(count) \(word(status, count: count))"] : []
            guard status == .unknown, readings > 0 else { return parts }
            return parts + ["\(readings) other \(readings == 1 ? "reading" : "readings")"]
        }
        return parts.isEmpty ? "nothing was checked" : parts.joined(separator: ", ")
    }

    /// A status behind a number.
    static func word(_ status: Status, count: Int) -> String {
        switch status {
        case .fail: "failed"
        case .warn: count == 1 ? "warning" : "warnings"
        case .unknown: "without a verdict"
        case .skip: "skipped"
        case .pass: "passed"
        }
    }

    /// What became of a case that fails; in a difference it is no stage that says it.
    private static func what(_ failed: CaseResult) -> String {
        guard let stage = failed.stage else { return "" }
        guard let change = ReportDifference.Change(rawValue: stage) else { return " at the stage “\(stage)”" }
        return " \(change.rawValue)" + (failed.message.map { ": \(VisibleText.of($0))" } ?? "")
    }

    /// The first advice; the page of a code that has none.
    private static func next(_ remedies: [Remedy], page: FindingCode?) -> NextAdvice? {
        NextAdvice(remedies) ?? page.map { NextAdvice(command: "doctor explain \($0)") }
    }
}
