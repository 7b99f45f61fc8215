import WireText

/// Verifies signatures as a service does, in the header and in the query form.
///
/// Everything is judged from the request as received: only the headers that it names as signed, sorted here, count, and
/// nothing is added. The order of the checks is the order in which AWS reports: readable, key, token, scope, time,
/// signature.
public struct SignatureVerifier: Sendable {
    private let policy: VerificationPolicy
    private let credentials: @Sendable (_ accessKeyID: String) -> StoredCredential?
    private let keyCache: SigningKeyCache
    private let known = ReadAuthorizations()

    /// Makes a verifier.
    ///
    /// - Parameters:
    ///   - policy: what the service accepts.
    ///   - keyCache: the keys derived so far.
    ///   - credentials: finds what is known about an access key id; nil if it is unknown.
    public init(
        policy: VerificationPolicy, keyCache: SigningKeyCache = SigningKeyCache(),
        credentials: @escaping @Sendable (_ accessKeyID: String) -> StoredCredential?
    ) {
        self.policy = policy
        self.keyCache = keyCache
        self.credentials = credentials
    }

    /// Verifies a request as received.
    ///
    /// - Parameters:
    ///   - request: target and headers as they came, and the whole body as `.bytes` (or `.empty`).
    ///   - now: the service's time.
    public func verify(_ request: SignableRequest, now: SigningTime) -> Verification {
        let fields = KnownFields(request.headers)
        let provided: ProvidedSignature
        do {
            provided = try ProvidedSignature(request, fields, known)
        } catch {
            return .refused(
                SignatureRefusal(
                    reason: error.reason, accessKeyID: nil, providedSignature: nil, expected: nil))
        }
        guard let stored = credentials(provided.accessKeyID) else {
            return refusal(.unknownAccessKey(provided.accessKeyID), provided)
        }
        if let reason = Self.tokenFault(provided, stored, now: now) ?? scopeFault(provided)
            ?? timeFault(provided, now: now)
        {
            return refusal(reason, provided)
        }
        guard provided.signedHeaders.contains("host") else { return refusal(.hostNotSigned, provided) }
        return compare(request, fields, provided, stored)
    }

    private func refusal(
        _ reason: SignatureRefusal.Reason, _ provided: ProvidedSignature, expected: SigningStages? = nil
    ) -> Verification {
        .refused(
            SignatureRefusal(
                reason: reason, accessKeyID: provided.accessKeyID,
                providedSignature: String(decoding: provided.signature, as: UTF8.self), expected: expected))
    }
}

extension SignatureVerifier {
    private static func tokenFault(
        _ provided: ProvidedSignature, _ stored: StoredCredential, now: SigningTime
    ) -> SignatureRefusal.Reason? {
        guard let expected = stored.sessionToken else { return provided.token == nil ? nil : .tokenNotExpected }
        guard let token = provided.token else { return .tokenMissing }
        guard expected.matches(token) else { return .tokenMismatch }
        if let expiration = stored.tokenExpiration, now >= expiration {
            return .tokenExpired(expiration: expiration, now: now)
        }
        return nil
    }

    private func scopeFault(_ provided: ProvidedSignature) -> SignatureRefusal.Reason? {
        if DateStamp(provided.scopeDate.utf8.span) != DateStamp(provided.signedAt) {
            return .scopeDate(expected: provided.signedAt.dateStamp, found: provided.scopeDate)
        }
        if let regions = policy.regions, !regions.contains(provided.region) {
            return .scopeRegion(expected: regions.sorted(), found: provided.region)
        }
        if provided.service != policy.service {
            return .scopeService(expected: policy.service, found: provided.service)
        }
        if provided.terminator != CredentialScope.terminator { return .scopeTerminator(found: provided.terminator) }
        return nil
    }

    /// The window is open at its near end: a signature exactly as old as the window has expired.
    private func timeFault(_ provided: ProvidedSignature, now: SigningTime) -> SignatureRefusal.Reason? {
        let signed = provided.signedAt
        let latest = now.advanced(bySeconds: policy.windowSeconds)
        if signed > latest {
            return .notYetCurrent(signed: signed, limit: latest, now: now, windowSeconds: policy.windowSeconds)
        }
        if case .query(let lifetime?) = provided.form {
            guard lifetime <= policy.maxPresignSeconds else { return .malformed(.expires("\(lifetime)")) }
            guard signed.advanced(bySeconds: lifetime) > now else {
                return .presignExpired(signed: signed, expiresSeconds: lifetime, now: now)
            }
            return nil
        }
        let earliest = now.advanced(bySeconds: -policy.windowSeconds)
        if signed <= earliest {
            return .expired(signed: signed, limit: earliest, now: now, windowSeconds: policy.windowSeconds)
        }
        return nil
    }

    /// Makes the stages as the signer should have, and compares the signatures.
    private func compare(
        _ request: SignableRequest, _ fields: KnownFields, _ provided: ProvidedSignature, _ stored: StoredCredential
    ) -> Verification {
        var headers = FieldList(request.headers)
        var signed = CanonicalHeaders(headers, only: provided.signedHeaders)
        var missing: String?
        if signed.nameCount(of: headers) < provided.signedHeaders.names.count {
            let arrived = HeaderNames(request.headers.map(\.name))
            for name in provided.signedHeaders.names where !arrived.contains(name) {
                // The service's canonical request has an empty line for it.
                headers.append(HeaderField(name: name, bytes: []))
                missing = missing ?? name
            }
            signed = CanonicalHeaders(headers, only: provided.signedHeaders)
        }
        let payload = payloadLine(request, fields)
        let stages = stages(request, headers, signed, payload, provided, stored, tokenLeftOut: false)
        if missing == nil, stages.signature.matches(provided.signature) {
            return accepted(provided, stages, tokenIsSigned: Self.isTokenSigned(provided))
        }
        if missing == nil, case .query = provided.form, provided.token != nil {
            // The token may have been appended after signing.
            let stages = self.stages(request, headers, signed, payload, provided, stored, tokenLeftOut: true)
            if stages.signature.matches(provided.signature) {
                return accepted(provided, stages, tokenIsSigned: false)
            }
        }
        return refusal(missing.map { .missingSignedHeader($0) } ?? .mismatch, provided, expected: stages)
    }

    private static func isTokenSigned(_ provided: ProvidedSignature) -> Bool {
        switch provided.form {
        case .header: provided.token == nil || provided.signedHeaders.contains("x-amz-security-token")
        case .query: true
        }
    }

    private func stages(
        _ request: SignableRequest, _ headers: FieldList, _ signed: CanonicalHeaders, _ payload: PayloadLine,
        _ provided: ProvidedSignature, _ stored: StoredCredential, tokenLeftOut: Bool
    ) -> SigningStages {
        typealias Name = CanonicalQuery.Parameter
        var leftOut: [String] = []
        if case .query = provided.form {
            leftOut = tokenLeftOut ? [Name.signature, Name.securityToken] : [Name.signature]
        }
        let plan = CanonicalPlan(
            method: request.method, target: request.target, fields: headers, signed: signed, payload: payload,
            rules: CanonicalRules(
                uriEncoding: policy.uriEncoding, pathNormalization: policy.pathNormalization,
                queryParametersLeftOut: leftOut))
        let found = keyCache.find(
            stored.secretAccessKey, time: provided.signedAt, region: provided.region, service: provided.service
        ) { _ in }
        let calculation = ByteWriter.withTemporary(capacity: plan.expectedCount) { writer in
            _ = plan.write(to: &writer)
            return SignatureCalculation(hashing: writer, key: found.key)
        }
        return SigningStages(
            plan: plan, canonicalRequestHash: calculation.canonicalRequestHash, time: provided.signedAt,
            credentialScope: found.scope, signature: calculation.signature)
    }

    /// The payload line as the service makes it: from the body, unless the policy lets the request declare otherwise.
    private func payloadLine(_ request: SignableRequest, _ fields: KnownFields) -> PayloadLine {
        if policy.unsignedPayload == .accepted, fields.contentSHA256?.canonicalValue == PayloadLine.unsigned {
            return .literal(PayloadLine.unsigned)
        }
        return PayloadLine(request.payload)
    }

    private func accepted(
        _ provided: ProvidedSignature, _ stages: SigningStages, tokenIsSigned: Bool
    ) -> Verification {
        let location: SignatureLocation =
            switch provided.form {
            case .header: .headers
            // Without a lifetime the window is the lifetime.
            case .query(let lifetime): .query(expiresSeconds: Int(lifetime ?? policy.windowSeconds))
            }
        return .accepted(
            AcceptedSignature(
                accessKeyID: provided.accessKeyID, scope: stages.credentialScope, signedAt: provided.signedAt,
                location: location, stages: stages, advice: tokenIsSigned ? [] : [.tokenNotSigned]))
    }
}
