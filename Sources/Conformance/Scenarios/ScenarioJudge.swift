import Codes
import JSONText
import MockBedrock
import Recordings
import Report
import SigV4
import SignatureForensics
import WireText

/// The judgement on one scenario: what arrived, then what the client reported to its caller.
struct ScenarioJudge {
    let scenario: Scenario
    let report: CallerReport
    private let attempts: [ScenarioExercise.Arrival]
    private let refused: MockObservation?
    /// After how long the client was cut off, which was still waiting; nil for one that answered by itself.
    private let overdue: Duration?
    /// When the client told its caller.
    private let told: Duration
    /// The headers with credentials that were sent to another server; nil where none were.
    private let sentOn: [String]?
    /// The endpoint's host with its port, as the client was given it.
    private let authority: String

    init(
        scenario: Scenario, report: CallerReport, arrived: [ScenarioExercise.Arrival], told: Duration,
        authority: String, sentOn: [String]? = nil, overdue: Duration? = nil
    ) {
        self.authority = authority
        self.sentOn = sentOn
        self.scenario = scenario
        self.told = told
        self.overdue = overdue
        self.report = report
        attempts = arrived.filter { $0.observation.entry.verdict != .probed }
        refused = attempts.lazy.map(\.observation).first {
            $0.entry.verdict == .malformed || ($0.entry.verdict == .refused && !Self.isClock($0, scenario))
        }
    }

    /// Where the clocks differ on purpose, a signature that is out of time is what the scenario is about.
    private static func isClock(_ observation: MockObservation, _ scenario: Scenario) -> Bool {
        scenario.clockOffset != 0 && observation.entry.findings.contains { $0.spelling.hasPrefix("time-") }
    }

    /// Which part of the signature a refusal is about.
    private static func subject(of refused: MockObservation, _ scenario: Scenario) -> Scenario.SignatureSubject {
        if scenario.call.credentials == .bearer { return .bearer }
        let codes = refused.entry.findings
        if codes.contains(.scopeRegion) { return .region }
        return codes.contains { $0.spelling.hasPrefix("tok-") } ? .token : .whole
    }

    /// What breaks the rule: the first stage that went wrong, and how.
    struct Breach {
        var stage: String
        var message: String
    }

    func judgement() -> CaseJudgement {
        if let overdue {
            let limit = scenario.call.timeoutSeconds
            return broken(
                [
                    Breach(
                        stage: "timeout",
                        message:
                            "its limit was \(limit) s, and it was still waiting after \(overdue.components.seconds) s, "
                            + "when it was cut off")
                ], code: nil)
        }
        if let refused {
            guard Self.subject(of: refused, scenario) == scenario.expected.signature else {
                return CaseJudgement(
                    .unknown, stage: "signature",
                    message: "nothing to judge, since the server refuses the request: \(Self.words(of: refused))")
            }
            return judgement(refused)
        }
        if let obstacle, !obstacle.isOwn {
            return CaseJudgement(
                .unknown, stage: obstacle.breach.stage,
                message: "nothing to judge, since another scenario is about this: \(obstacle.breach.message)")
        }
        let breaches =
            [elsewhere, arrival, version, token, path, body, repetition, signing, headers].compactMap { $0() }
            + outcome()
            + [count, pause, length].compactMap { $0() }
        guard breaches.isEmpty else { return broken(breaches, code: nil) }
        let isAboutTwo = scenario.expected.pauseMilliseconds != nil || scenario.expected.isSignedAnew
        guard !isAboutTwo || attempts.count > 1 else {
            return CaseJudgement(
                .unknown, stage: "pause", message: "nothing to judge, since the client made the call once only")
        }
        return judgementOfTold()
    }

    /// What goes wrong before that which the scenario is about.
    private struct Obstacle {
        var subject: String
        var breach: Breach
        /// Whether the scenario is about this.
        var isOwn: Bool
    }

    private var obstacle: Obstacle? {
        if let breach = version() {
            return Obstacle(subject: "version", breach: breach, isOwn: scenario.expected.isAboutVersion)
        }
        if let breach = operation() {
            return Obstacle(subject: "operation", breach: breach, isOwn: !scenario.expected.paths.isEmpty)
        }
        if !scenario.expected.body.isEmpty, let breach = unreadable() {
            return Obstacle(subject: "body", breach: breach, isOwn: scenario.expected.body.whole != nil)
        }
        if scenario.faults.isEmpty { return arrival().map { Obstacle(subject: "call", breach: $0, isOwn: true) } }
        return unstruck.map {
            Obstacle(subject: attempts.isEmpty ? "call" : "fault", breach: $0, isOwn: false)
        }
    }

    /// Calls of other operations only: nothing of what the scenario prepares for its own is met there.
    private func operation() -> Breach? {
        let wanted = scenario.call.operationName
        let found = attempts.map(\.observation.entry)
        guard let first = found.first, !found.contains(where: { $0.operation == wanted }) else { return nil }
        return Breach(
            stage: "operation",
            message: "expected a call of \(wanted), found \(first.operation ?? "none: \(first.target)")")
    }

    /// That no fault of the scenario has struck, so that the client cannot have met what it is about.
    private var unstruck: Breach? {
        guard !scenario.faults.isEmpty else { return nil }
        let kinds = scenario.faults.map(\.kind)
        if attempts.contains(where: { $0.observation.entry.fault.map(kinds.contains) == true }) { return nil }
        // What the server was still holding when the client's time was over has left no trace.
        if attempts.isEmpty, case .failure(.timeout, _, _, _) = report { return nil }
        let met = attempts.isEmpty ? "no request arrived" : "it struck none of \(attempts.count) requests"
        return Breach(
            stage: "fault",
            message:
                "the fault \(kinds.joined(separator: ", ")) was not met: \(met); the client reported \(report.words)")
    }

    /// What went wrong before: a verdict here where the scenario is about that, else an excuse.
    var excuse: CaseExcuse? {
        guard overdue == nil else { return nil }
        guard let refused else {
            return obstacle.map {
                CaseExcuse(
                    subject: $0.subject, cause: "", isOwn: $0.isOwn, judgement: broken([$0.breach], code: nil),
                    rank: CaseExcuse.Rank(distance: 1, level: scenario.level.rank, isOfRequests: true))
            }
        }
        let subject = Self.subject(of: refused, scenario)
        let distance =
            switch scenario.expected.signature {
            case .whole: 0
            case .some: 1
            case nil: scenario.family == "requests" ? 2 : 3
            }
        return CaseExcuse(
            subject: subject.rawValue, cause: refused.entry.findings.first?.spelling ?? "",
            isOwn: subject == scenario.expected.signature, judgement: judgement(refused),
            rank: CaseExcuse.Rank(distance: distance, level: scenario.level.rank, isOfRequests: distance < 3))
    }

    private static func words(of refused: MockObservation) -> String {
        refused.entry.detail ?? refused.entry.errorType ?? "its request is refused"
    }

    private func judgement(_ refused: MockObservation) -> CaseJudgement {
        broken([Breach(stage: "signature", message: Self.words(of: refused))], code: refused.causes.first?.cause)
    }

    private func broken(_ breaches: [Breach], code: FindingCode?) -> CaseJudgement {
        let status: Status =
            switch scenario.level {
            case .must: .fail
            case .should: .warn
            case .may: .pass
            }
        let lines =
            breaches.map(\.message) + ["\(scenario.level.rawValue): \(scenario.rule)", "source: \(scenario.source)"]
        return CaseJudgement(
            status, stage: breaches.first?.stage, message: lines.joined(separator: "\n"), code: code)
    }

    /// Whether a machine with less to do may have made another verdict: the client came to the end of its limit, or took longer
    /// than it may.
    ///
    /// One that had to be cut off had several times its limit.
    func mayBeLoad(_ judgement: CaseJudgement) -> Bool {
        guard overdue == nil, judgement.status != .unknown, judgement.stage != nil else { return false }
        if case .failure(.timeout, _, _, _) = report { return true }
        let taken = attempts.first.map { told - $0.moment } ?? .zero
        return length() != nil || taken >= .seconds(scenario.call.timeoutSeconds)
    }

    // MARK: The server's side

    private func arrival() -> Breach? {
        guard attempts.isEmpty, scenario.expected.attempts?.contains(0) != true else { return nil }
        return Breach(stage: "request", message: "no request arrived; the client reported \(report.words)")
    }

    private func elsewhere() -> Breach? {
        sentOn.map { names in
            Breach(
                stage: "elsewhere",
                message: "expected no credentials at the other host, to which the answer points\n"
                    + "found a request there with \(names.joined(separator: " and "))")
        }
    }

    private func version() -> Breach? {
        guard let wanted = scenario.http else { return nil }
        let found = attempts.lazy.compactMap(\.observation.entry.version).first { $0 != "HTTP/\(wanted.rawValue)" }
        return found.map {
            Breach(stage: "version", message: "expected requests of HTTP/\(wanted.rawValue), found one of \($0)")
        }
    }

    private func token() -> Breach? {
        guard scenario.expected.signature == .signedToken else { return nil }
        let unsigned = attempts.lazy.flatMap(\.observation.advice).first { $0.cause == .tokenUnsigned }
        return unsigned.map { Breach(stage: "signature", message: $0.summary) }
    }

    private func path() -> Breach? {
        guard !scenario.expected.paths.isEmpty else { return nil }
        for request in attempts.compactMap(\.observation.request) {
            let path = String(decoding: request.target.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
            let isOne = scenario.expected.paths.contains { RequestSpelling.isSame(path: path, $0) }
            if !isOne {
                let wanted = scenario.expected.paths.joined(separator: " or ")
                return Breach(stage: "path", message: "expected the path \(wanted)\nfound \(path)")
            }
        }
        return nil
    }

    private func body() -> Breach? {
        guard !scenario.expected.body.isEmpty else { return nil }
        for request in attempts.compactMap(\.observation.request) {
            let bytes = if case .bytes(let bytes) = request.payload { bytes } else { [UInt8]() }
            guard let found = try? JSONValue(parsing: bytes) else { return unreadable() }
            let lines = scenario.expected.body.differences(of: found)
            if !lines.isEmpty { return Breach(stage: "body", message: lines.joined(separator: "\n")) }
        }
        return nil
    }

    /// A body that is no JSON.
    private func unreadable() -> Breach? {
        for request in attempts.compactMap(\.observation.request) {
            let bytes = if case .bytes(let bytes) = request.payload { bytes } else { [UInt8]() }
            if (try? JSONValue(parsing: bytes)) != nil { continue }
            return Breach(
                stage: "body",
                message: "expected a body of JSON, found \(Counted.words(bytes.count, "byte")) that are none")
        }
        return nil
    }

    /// The last request with the time of the first one, although the answer between them took longer than a second.
    private func signing() -> Breach? {
        guard scenario.expected.isSignedAnew, attempts.count > 1,
            let first = attempts.first?.observation.request?.headers.text(of: "x-amz-date"),
            first == attempts.last?.observation.request?.headers.text(of: "x-amz-date")
        else { return nil }
        return Breach(
            stage: "signature",
            message: "expected another X-Amz-Date than that of the first request, found \(first) again")
    }

    private func repetition() -> Breach? {
        let requests = attempts.compactMap(\.observation.request)
        guard scenario.expected.isOneRequest, let first = requests.first else { return nil }
        for request in requests.dropFirst() {
            let isSamePath = request.target == first.target
            guard !isSamePath || !Self.isSame(request.payload, first.payload) else { continue }
            let part = isSamePath ? "body" : "path"
            return Breach(stage: part, message: "expected the \(part) of the first request again, found another one")
        }
        return nil
    }

    /// Whether two bodies are the same JSON, or else the same bytes.
    private static func isSame(_ left: Payload, _ right: Payload) -> Bool {
        guard left != right else { return true }
        guard case (.bytes(let left), .bytes(let right)) = (left, right), let value = try? JSONValue(parsing: left),
            let other = try? JSONValue(parsing: right)
        else { return false }
        return value.isEquivalent(to: other)
    }

    private func headers() -> Breach? {
        for request in attempts.compactMap(\.observation.request) {
            for name in scenario.expected.absentHeaders {
                guard request.headers.text(of: name) != nil else { continue }
                return Breach(stage: "headers", message: "expected no header \(name), found one")
            }
            for (name, written) in scenario.expected.headers {
                let value = written.replacing(Scenario.authorityPlaceholder, with: authority)
                let found = request.headers.text(of: name)
                if let found, RequestSpelling.isSame(found, value, of: name) { continue }
                return Breach(
                    stage: "headers", message: "expected the header \(name): \(value)\nfound \(found ?? "none")")
            }
        }
        return nil
    }

    private func count() -> Breach? {
        guard let wanted = scenario.expected.attempts, !attempts.isEmpty, !wanted.contains(attempts.count) else {
            return nil
        }
        let words = wanted.count == 1 ? "\(wanted.lowerBound)" : "\(wanted.lowerBound) to \(wanted.upperBound)"
        return Breach(
            stage: "attempts", message: "expected \(wanted == 0...0 ? "no" : words) requests, found \(attempts.count)")
    }

    private func pause() -> Breach? {
        guard let least = scenario.expected.pauseMilliseconds, let first = attempts.first, let last = attempts.last,
            attempts.count > 1
        else { return nil }
        let gap = (last.moment - first.moment) / .milliseconds(1)
        guard gap < Double(least) else { return nil }
        return Breach(
            stage: "pause",
            message: "expected at least \(least) ms between the first request and the last of \(attempts.count), "
                + "found \(Int(gap))")
    }

    /// Whether the call as a whole took much longer than its caller allows.
    private func length() -> Breach? {
        guard let most = scenario.expected.longestMilliseconds, let first = attempts.first else { return nil }
        let taken = (told - first.moment) / .milliseconds(1)
        guard taken > Double(most) else { return nil }
        return Breach(
            stage: "time",
            message: "its limit was \(scenario.call.timeoutSeconds) s\nexpected it to tell its caller within "
                + "\(most) ms of its first request, found \(Int(taken)) ms and "
                + Counted.words(attempts.count, "request"))
    }
}
