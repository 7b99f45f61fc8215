import Codes
import Report
import SigV4
import SignatureForensics
import WireText

/// The judgement on what a signer would send: it must be the request that was to be signed, a service must accept it under
/// the vector's options, and the stages that the signer shows must be those of its signature.
struct SignerJudge {
    let vector: SigningCase
    let answer: SignerAnswer
    let forensics: SignerForensics

    private var options: SigningOptions { vector.parameters.options }

    func judgement() -> CaseJudgement {
        let sent = WireRequest(
            method: vector.request.method, target: answer.target, headers: answer.headers, body: vector.request.body)
        if let difference = SentRequestDifference.between(vector.request, sent) {
            return fault("request", difference)
        }
        switch verification(of: sent) {
        case .refused(let refusal): return refused(refusal, sent)
        case .accepted(let accepted): return optionFault(sent, accepted) ?? stageFault(accepted) ?? remark(accepted)
        }
    }

    /// A service of the vector's kind; in the query form nothing says that the body is not signed: it knows.
    private func verification(of sent: WireRequest) -> Verification {
        let credentials = vector.parameters.credentials
        let stored = StoredCredential(
            secretAccessKey: credentials.secretAccessKey, sessionToken: credentials.sessionToken)
        let policy = VerificationPolicy(
            regions: [vector.parameters.region], service: vector.parameters.service, uriEncoding: options.uriEncoding,
            pathNormalization: options.pathNormalization,
            unsignedPayload: vector.payload == .hashed ? .refused : .accepted)
        let known = credentials.accessKeyID
        let payload = options.location == .headers ? .hashed : vector.payload
        return SignatureVerifier(policy: policy) { $0 == known ? stored : nil }
            .verify(sent.signable(payload), now: vector.parameters.time)
    }

    private func fault(_ stage: String, _ message: String) -> CaseJudgement {
        CaseJudgement(CaseFault(stage, message, comment: vector.comment))
    }
}

// MARK: Refused

extension SignerJudge {
    private func refused(_ refusal: SignatureRefusal, _ sent: WireRequest) -> CaseJudgement {
        let cause = forensics.cause(vector, sent, refusal, answer)
        var lines: [String] = []
        let wrong = refusal.expected.flatMap { wrongStage($0, signed: "signs", expected: "expected") }
        if let wrong {
            lines.append(wrong.message)
        } else if let difference = cause?.difference {
            lines.append(difference.rendered(first: "signed", second: "expected"))
        } else {
            lines.append("a service refuses what it would send: \(refusal.reason.words)")
        }
        if let cause { lines.append(cause.summary) }
        var judgement = fault(
            wrong?.stage ?? (refusal.expected == nil ? refusal.reason.vectorName : "signature"),
            lines.joined(separator: "\n"))
        // Where the string to sign is shown and right, nothing else is left.
        judgement.code = cause?.cause ?? (wrong?.stage == "signature" ? .keyWrong : nil)
        return judgement
    }

    /// The first stage that the signer shows and that is another one than the service's.
    private func wrongStage(
        _ stages: SigningStages, signed: String, expected: String
    ) -> (stage: String, message: String)? {
        if let shown = answer.canonicalRequest,
            let difference = SectionDifference.between(
                canonicalRequest: shown, and: stages.canonicalRequest.bytes)
        {
            return ("canonical-request", difference.rendered(first: signed, second: expected))
        }
        if let shown = answer.stringToSign,
            let difference = SectionDifference.between(stringToSign: shown, and: stages.stringToSign.bytes)
        {
            return ("string-to-sign", difference.rendered(first: signed, second: expected))
        }
        if answer.stringToSign != nil, let shown = answer.signature, shown != stages.signature.text {
            return ("signature", "the string to sign is right, so the signing key is not")
        }
        return nil
    }
}

// MARK: Accepted

extension SignerJudge {
    /// An option that was not followed, although the signature is right.
    private func optionFault(_ sent: WireRequest, _ accepted: AcceptedSignature) -> CaseJudgement? {
        if accepted.location != options.location {
            return fault("location", "expected \(words(options.location)), found \(words(accepted.location))")
        }
        if accepted.signedAt != vector.parameters.time {
            return fault("time", "expected the time \(vector.parameters.time), found \(accepted.signedAt)")
        }
        if options.sessionToken == .addedAfterSigning, signsToken(accepted) {
            return fault("session-token", "expected the token to be added after signing, and it is signed")
        }
        let declares = sent.headers.contains { $0.isNamed("x-amz-content-sha256") }
        if options.contentSHA256Header == .sent, options.location == .headers, !declares {
            return fault("content-sha256", "expected the header x-amz-content-sha256, found none")
        }
        if vector.payload == .unsigned, accepted.stages.canonicalRequest.sections?.payloadHash != "UNSIGNED-PAYLOAD" {
            return fault("payload", "expected UNSIGNED-PAYLOAD, and the body is signed")
        }
        return nil
    }

    private func signsToken(_ accepted: AcceptedSignature) -> Bool {
        guard vector.parameters.credentials.sessionToken != nil else { return false }
        return options.location == .headers
            ? accepted.stages.signedHeaders.contains("x-amz-security-token")
            : accepted.stages.canonicalRequest.sections?.query.contains("X-Amz-Security-Token=") == true
    }

    private func words(_ location: SignatureLocation) -> String {
        switch location {
        case .headers: "the signature in the Authorization header"
        case .query(let seconds): "the signature in the query, valid for \(seconds) s"
        }
    }

    /// A stage that is shown and is not what was signed.
    private func stageFault(_ accepted: AcceptedSignature) -> CaseJudgement? {
        guard let wrong = wrongStage(accepted.stages, signed: "shows", expected: "signed") else { return nil }
        return fault(
            wrong.stage, "the signature is right, but the stage shown is not the one that was signed\n\(wrong.message)")
    }

    /// A right signature, and what is worth knowing about the headers that it covers.
    private func remark(_ accepted: AcceptedSignature) -> CaseJudgement {
        let signed = accepted.stages.signedHeaders
        let usual = (CanonicalRequest(bytes: vector.expected.canonicalRequest).sections?.signedHeaders ?? "")
            .split(separator: ";").map(String.init)
        let fragile = signed.filter { !usual.contains($0) && HeaderNames.changedInTransit.contains($0) }
        if !fragile.isEmpty {
            return warning("it signs \(listed(fragile)), which changes between a client and a service")
        }
        let open = usual.filter { name in
            !signed.contains(name) && (name.hasPrefix("x-amz-") || name == "content-type")
        }
        if !open.isEmpty { return warning("it sends \(listed(open)) and does not sign it") }
        let others = signed.filter { !usual.contains($0) }
        guard others.isEmpty else { return CaseJudgement(.pass, message: "it signs \(listed(others)) too") }
        return CaseJudgement(.pass)
    }

    private func warning(_ message: String) -> CaseJudgement {
        CaseJudgement(.warn, stage: "signed-headers", message: CaseFault("", message, comment: vector.comment).message)
    }

    private func listed(_ names: [String]) -> String { names.joined(separator: ", ") }
}

extension SignatureRefusal.Reason {
    /// The reason with the values that it turns on; none of them is a secret.
    var words: String {
        switch self {
        case .malformed(let detail): "malformed: \(detail.words)"
        case .unknownAccessKey: "not the access key id to sign with"
        case .scopeDate(let expected, let found): "the scope's date is \(found), expected \(expected)"
        case .scopeRegion(let expected, let found): "the scope's region is \(found), expected \(expected.joined())"
        case .scopeService(let expected, let found): "the scope's service is \(found), expected \(expected)"
        case .scopeTerminator(let found): "the scope ends in \(found), expected aws4_request"
        case .expired(let signed, _, let now, _), .notYetCurrent(let signed, _, let now, _):
            "the signed time is \(signed), expected \(now)"
        case .presignExpired(let signed, let seconds, let now):
            "signed at \(signed) for \(seconds) s, which is over at \(now)"
        case .missingSignedHeader(let name): "\(name) is signed and not sent"
        default: vectorName
        }
    }
}
