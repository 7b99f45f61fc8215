import Codes
import JSONText
package import Report
package import ServerClock

/// Turns a measurement of the clock's offset into a finding.
package enum ClockCheck {
    /// AWS refuses signatures that are further off than this.
    private static let windowSeconds: Int64 = 300

    /// - Parameters:
    ///   - estimate: The offset from the endpoint's clock.
    ///   - rejected: The answers that said nothing about the clock, and why.
    ///   - policy: The thresholds.
    ///   - durationMs: How long the measurement took.
    package static func finding(
        _ estimate: OffsetEstimate, rejected: [SampleRejection] = [], policy: SkewPolicy = SkewPolicy(),
        durationMs: Double? = nil
    ) -> Finding {
        var evidence: JSONObject = [
            "offsetSeconds": seconds(estimate.offset), "radiusSeconds": seconds(estimate.radius),
            "samples": .number(JSONNumber(estimate.samples)), "dropped": .number(JSONNumber(estimate.dropped.count)),
            "minRTTMs": milliseconds(estimate.minimumRoundTrip),
        ]
        if !rejected.isEmpty {
            evidence["rejected"] = .array(rejected.prefix(8).map { VariableView.plain($0.description) })
        }
        let words = words(estimate, policy)
        return Finding(
            code: words.code, check: .clock, status: words.status, title: words.title, detail: words.detail,
            evidence: evidence, where: .client, confidence: .certain, remedies: words.remedies, durationMs: durationMs)
    }

    /// The finding when no offset could be had.
    package static func unmeasured(
        _ error: OffsetError, rejected: [SampleRejection] = [], durationMs: Double? = nil
    ) -> Finding {
        Finding(
            code: .clockUnmeasured, check: .clock, status: .unknown,
            title: "The clock could not be compared with AWS's",
            detail: "\(error.description.prefix(1).uppercased())\(error.description.dropFirst()).",
            evidence: ["rejected": .array(rejected.prefix(8).map { VariableView.plain($0.description) })],
            where: .network, confidence: .certain,
            remedies: [Remedy("Compare the time here with another clock", command: "date -u")],
            durationMs: durationMs)
    }

    private static func words(
        _ estimate: OffsetEstimate, _ policy: SkewPolicy
    ) -> (code: FindingCode, status: Status, title: String, detail: String, remedies: [Remedy]) {
        let radius = decimal(estimate.radius)
        // The verdict follows what is certain: half a second of radius does not make a right clock wrong.
        let isBehind = estimate.offset > .zero
        let whole = estimate.offset.components.seconds
        let size = SpanOfTime.words(seconds: whole)
        let direction = isBehind ? "behind" : "ahead of"
        switch policy.verdict(of: estimate.offset) {
        case .agrees:
            return (
                .clockAgrees, .pass, "Your clock agrees with AWS's",
                "It is off by \(decimal(estimate.offset)) s, give or take \(radius) s; signatures are refused beyond 5 min.",
                []
            )
        case .off:
            return (
                .clockOff, .warn, "Your clock is \(size) \(direction) AWS's",
                "Give or take \(radius) s. Requests are accepted up to 5 min, so they still pass; the margin is getting smaller.",
                [Remedy.advice("Set the clock", .setClock)]
            )
        case .tooFar:
            let isRefused = whole.magnitude >= windowSeconds.magnitude
            return (
                isBehind ? .clockBehind : .clockAhead, .fail, "Your clock is \(size) \(direction) AWS's",
                isRefused
                    ? "Requests are refused beyond 5 min: \(isBehind ? "\"Signature expired\"" : "\"Signature not yet current\"") is what AWS answers. Give or take \(radius) s."
                    : "Requests are refused beyond 5 min, and delays on the way count too. Give or take \(radius) s.",
                [Remedy.advice("Set the clock", .setClock)]
            )
        }
    }

    private static func decimal(_ duration: Duration) -> String {
        let milliseconds = thousandths(duration)
        let magnitude = milliseconds.magnitude
        let fraction = String(magnitude % 1000)
        let padded = String(repeating: "0", count: 3 - fraction.count) + fraction
        return "\(milliseconds < 0 ? "-" : "")\(magnitude / 1000).\(padded)"
    }

    private static func thousandths(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }

    private static func seconds(_ duration: Duration) -> JSONValue {
        JSONNumber(literal: decimal(duration)).map { .number($0) } ?? .null
    }

    private static func milliseconds(_ duration: Duration) -> JSONValue {
        let tenths = (duration / .milliseconds(1) * 10).rounded() / 10
        return JSONNumber(tenths).map { .number($0) } ?? .null
    }
}
