import SigV4
import SignatureForensics

extension SigningCase {
    /// Signs the request and compares every stage in its order; nil if all are as expected.
    ///
    /// What was signed right must also be accepted by the verifier, under the rules that the case was signed by.
    func fault() -> CaseFault? {
        let signed: SignedRequest
        do {
            signed = try Signer().sign(request.signable(payload), parameters)
        } catch {
            return CaseFault("signing", "expected a signature, found an error: \(error.message)", comment: comment)
        }
        let stages = signed.stages
        if let difference = SectionDifference.between(
            canonicalRequest: expected.canonicalRequest, and: stages.canonicalRequest.bytes)
        {
            return fault("canonical-request", difference)
        }
        if let difference = SectionDifference.between(
            stringToSign: expected.stringToSign, and: stages.stringToSign.bytes)
        {
            return fault("string-to-sign", difference)
        }
        guard stages.signature.text == expected.signature else {
            return CaseFault(
                "signature",
                "  expected \(expected.signature)\n  found    \(stages.signature.text)\n"
                    + "  the string to sign is right, so the signing key is not", comment: comment)
        }
        return outcomeFault(signed) ?? verificationFault(signed)
    }

    private func fault(_ stage: String, _ difference: SectionDifference) -> CaseFault {
        CaseFault(stage, difference.rendered(first: "expected", second: "found"), comment: comment)
    }

    private func outcomeFault(_ signed: SignedRequest) -> CaseFault? {
        switch expected.outcome {
        case .authorization(let value):
            guard signed.stages.authorization != value else { return nil }
            return CaseFault(
                "authorization", "  expected \(value)\n  found    \(signed.stages.authorization ?? "none")",
                comment: comment)
        case .target(let target):
            return SignedRequestDifference.targets(Array(target.utf8), signed.target).map {
                CaseFault("target", $0, comment: comment)
            }
        case .signedRequest(let expected):
            let found = WireRequest(
                method: request.method, target: signed.target, headers: signed.headers, body: request.body)
            // A token that is added after signing may be left to whoever sends the request.
            let mayLackToken = parameters.options.sessionToken == .addedAfterSigning
            return SignedRequestDifference.requests(expected, found, tokenIsOptional: mayLackToken).map {
                CaseFault("signed-request", $0, comment: comment)
            }
        }
    }

    private func verificationFault(_ signed: SignedRequest) -> CaseFault? {
        let stored = StoredCredential(
            secretAccessKey: parameters.credentials.secretAccessKey,
            sessionToken: parameters.credentials.sessionToken)
        let accessKeyID = parameters.credentials.accessKeyID
        let policy = VerificationPolicy(
            regions: [parameters.region], service: parameters.service,
            uriEncoding: parameters.options.uriEncoding, pathNormalization: parameters.options.pathNormalization,
            unsignedPayload: payload == .hashed ? .refused : .accepted)
        let verifier = SignatureVerifier(policy: policy) { $0 == accessKeyID ? stored : nil }
        // In the query form nothing in the request says that its body is not signed: the service knows.
        let received = WireRequest(
            method: request.method, target: signed.target, headers: signed.headers, body: request.body)
        let isPresigned = parameters.options.location != .headers
        let verification = verifier.verify(
            received.signable(isPresigned ? payload : .hashed), now: parameters.time)
        guard case .refused(let refusal) = verification else { return nil }
        return CaseFault(
            "verification",
            "every stage is as expected, but the verifier refuses the signed request: \(refusal.reason.vectorName)",
            comment: comment)
    }
}
