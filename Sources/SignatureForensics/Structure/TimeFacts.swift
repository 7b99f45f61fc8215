import Codes
import SigV4

extension StructureFacts {
    /// Seconds that Bedrock lets a signed time be off.
    private static let window: Int64 = 300

    /// What is wrong with the signed time.
    mutating func time() {
        guard claim.scheme == StringToSign.algorithm else { return }
        if case .presignExpired(let signed, let seconds, let now)? = forensicCase.refusal?.reason {
            expired(signed, seconds, now)
            return
        }
        guard let text = claim.dateText else { return }
        guard let signed = claim.time, claim.isPresigned || SigningTime(amzDate: shown(text)) != nil || isDateHeader
        else {
            decisive.append(
                finding(
                    .timeTwo, "The signed time is written '\(shown(text))', and must be like 20260102T030405Z."))
            if let meant = TimeForms.read(text), let received = forensicCase.receivedAt { behind(meant, received) }
            return
        }
        twoDates(signed)
        guard let received = forensicCase.receivedAt ?? refusalTime else { return }
        if claim.isPresigned {
            ahead(signed, received)
            return tooLate(signed, received)
        }
        behind(signed, received)
    }

    /// A presigned request that came after its time, whatever else it is refused for.
    private mutating func tooLate(_ signed: SigningTime, _ received: SigningTime) {
        guard let text = ClaimedSignature.query(request.target)["X-Amz-Expires"],
            let seconds = Int64(String(decoding: text, as: UTF8.self)), (1...604_800).contains(seconds),
            received.unixSeconds - signed.unixSeconds > seconds
        else { return }
        expired(signed, seconds, received)
    }

    /// A presigned request that came too late: it was kept for too long.
    ///
    /// One that is late by whole hours, to a few seconds, while it was meant for less than one was more likely made by a
    /// clock that shows local time.
    private mutating func expired(_ signed: SigningTime, _ seconds: Int64, _ now: SigningTime) {
        let late = now.unixSeconds - signed.unixSeconds
        let isZone = (1...14).contains(late / 3600) && late % 3600 <= 10 && seconds < 3600
        let aged = finding(
            .timeAged, at: .clock, isZone ? .possible : .certain,
            "The presigned request was made at \(signed) for \(seconds) seconds; it came at \(now).")
        guard isZone else { return decisive.append(aged) }
        decisive.append(
            finding(
                .timeSkew, at: .clock, .likely,
                "The signed time \(signed) is \(late / 3600) hours behind the server's \(now), almost to the second, as local "
                    + "time is that is taken for UTC."))
        alternatives.append(aged)
    }

    private func shown(_ text: [UInt8]) -> String { VisibleBytes.text(text.prefix(64)) }

    /// Whether the time comes from the `Date` header.
    private var isDateHeader: Bool { request.values(of: "x-amz-date").isEmpty && !claim.isPresigned }

    private var refusalTime: SigningTime? {
        switch forensicCase.refusal?.reason {
        case .expired(_, _, let now, _)?, .notYetCurrent(_, _, let now, _)?: now
        default: nil
        }
    }

    /// `Date` and `X-Amz-Date` that disagree.
    private mutating func twoDates(_ signed: SigningTime) {
        guard !claim.isPresigned, !isDateHeader,
            let other = request.values(of: "date").first.flatMap({ SigningTime(dateHeader: $0) }),
            abs(other.unixSeconds - signed.unixSeconds) > 1
        else { return }
        suspects.append(
            finding(.timeTwo, .likely, "Date says \(other) and X-Amz-Date says \(signed)."))
    }

    private mutating func ahead(_ signed: SigningTime, _ received: SigningTime) {
        let seconds = signed.unixSeconds - received.unixSeconds
        guard seconds > Self.window else { return near(seconds) }
        decisive.append(skew(seconds, signed, received, .certain))
    }

    /// A time too early: the clock is behind, or the request waited.
    ///
    /// The client's own time when it sent, or its `Date`,
    /// tells which.
    private mutating func behind(_ signed: SigningTime, _ received: SigningTime) {
        let seconds = signed.unixSeconds - received.unixSeconds
        if seconds > Self.window { return ahead(signed, received) }
        guard seconds <= -Self.window else { return near(seconds) }
        let sent = forensicCase.sentAt ?? request.values(of: "date").first.flatMap { SigningTime(dateHeader: $0) }
        let aged = finding(
            .timeAged, at: .clock, sent == nil ? .possible : .certain,
            "The request was signed \(-seconds) seconds before it arrived, at \(signed).")
        // A Date that tells which of the two it is disagrees for that very reason.
        if let sent, abs(sent.unixSeconds - received.unixSeconds) < 60 {
            suspects.removeAll { $0.cause == .timeTwo }
            decisive.append(aged)
        } else if let sent, abs(sent.unixSeconds - signed.unixSeconds) < 60 {
            decisive.append(skew(seconds, signed, received, .certain))
        } else {
            decisive.append(skew(seconds, signed, received, .likely))
            alternatives.append(aged)
        }
    }

    private func skew(
        _ seconds: Int64, _ signed: SigningTime, _ received: SigningTime, _ confidence: CauseConfidence
    ) -> CauseFinding {
        finding(
            .timeSkew, at: .clock, confidence,
            "The signed time \(signed) is \(abs(seconds)) seconds \(seconds < 0 ? "behind" : "ahead of") the server's "
                + "\(received); \(Self.window) are allowed.")
    }

    /// A clock near the limit is worth a word even if it still passes.
    private mutating func near(_ seconds: Int64) {
        guard abs(seconds) > Self.window * 2 / 3 else { return }
        careless.append(
            finding(
                .timeSkew, at: .clock, .likely,
                "The signed time is \(abs(seconds)) seconds \(seconds < 0 ? "behind" : "ahead of") the server's; "
                    + "beyond \(Self.window) it is refused."))
    }
}
