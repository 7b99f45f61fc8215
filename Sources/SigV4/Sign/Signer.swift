import WireText

/// Signs requests with Signature Version 4, in the `Authorization` header or in the query.
///
/// Signing is pure: the time is a parameter, and the same arguments give the same signature. A signer is cheap to copy
/// and safe to share; its copies share the key cache.
///
/// The rules are in "Create a signed AWS API request" of the IAM guide.
public struct Signer: Sendable {
    /// The keys derived so far.
    private let keyCache: SigningKeyCache

    /// Makes a signer with a key cache of its own or a shared one.
    public init(keyCache: SigningKeyCache = SigningKeyCache()) {
        self.keyCache = keyCache
    }

    /// Signs a request.
    ///
    /// - Parameters:
    ///   - request: the request as it will be sent. A `host` header is required. `Authorization`, `X-Amz-Date` and, if the
    ///     credentials have a token, `X-Amz-Security-Token` are replaced, so that a request may be signed again.
    ///   - parameters: who signs, for what scope, when and how.
    /// - Returns: the headers and target to send, and every stage of the signature.
    /// - Throws: ``SigningError`` if no service could accept the result.
    public func sign(
        _ request: SignableRequest, _ parameters: SigningParameters
    ) throws(SigningError) -> SignedRequest {
        try SigningInput.check(request, parameters)
        switch parameters.options.location {
        case .headers: return try signInHeaders(request, parameters)
        case .query(let seconds): return try signInQuery(request, parameters, expiresSeconds: seconds)
        }
    }

    private func signInHeaders(
        _ request: SignableRequest, _ parameters: SigningParameters
    ) throws(SigningError) -> SignedRequest {
        let found = try lookUp(parameters)
        var fields = try FieldsToSign(request.headers, parameters)
        if let token = parameters.credentials.sessionToken, parameters.options.sessionToken == .signed {
            fields.add("X-Amz-Security-Token", .securityToken, token.exposedBytes)
        }
        fields.add("X-Amz-Date", .amzDate, found.time.headerValue)
        let payload: PayloadLine
        if parameters.options.contentSHA256Header == .sent {
            payload = PayloadLine(request.payload)
            fields.add("x-amz-content-sha256", .contentSHA256, payload.bytes)
        } else {
            payload = fields.declaredPayload.map { PayloadLine(declaredIn: $0) } ?? PayloadLine(request.payload)
        }
        let replaced = fields.replaced
        let plan = (consume fields).plan(for: request.method, request.target, payload, parameters.options)

        var unsendable: Int?
        var authorization: [UInt8] = []
        let calculation = ByteWriter.withTemporary(capacity: plan.expectedCount + 256) { writer in
            let written = plan.write(to: &writer)
            unsendable = written.unsendable
            let calculation = SignatureCalculation(hashing: writer, key: found.key)
            let start = writer.count
            writer.append("AWS4-HMAC-SHA256 Credential=" as StaticString)
            writer.append(parameters.credentials.accessKeyID)
            writer.append(UInt8(ascii: "/"))
            writer.append(found.key.scopeText)
            writer.append(", SignedHeaders=" as StaticString)
            writer.appendAgain(written.signedHeaders)
            writer.append(", Signature=" as StaticString)
            writer.append(hexOf: calculation.signature.digest)
            authorization = writer.bytes(from: start)
            return calculation
        }
        if let unsendable { throw SigningInput.invalidHeader(plan.fields[unsendable]) }

        var sent = consume plan
        sent.fields.append(HeaderField(name: "Authorization", bytes: authorization))
        if let token = parameters.credentials.sessionToken, parameters.options.sessionToken == .addedAfterSigning {
            sent.fields.append(HeaderField(name: "X-Amz-Security-Token", bytes: token.exposedBytes))
        }
        return SignedRequest(
            stages: SigningStages(
                plan: consume sent, canonicalRequestHash: calculation.canonicalRequestHash, time: parameters.time,
                credentialScope: found.scope, signature: calculation.signature),
            replaced: replaced, presignedTarget: nil)
    }

    private func signInQuery(
        _ request: SignableRequest, _ parameters: SigningParameters, expiresSeconds: Int
    ) throws(SigningError) -> SignedRequest {
        let found = try lookUp(parameters)
        let fields = try FieldsToSign(request.headers, parameters)
        let target = PresignedTarget(request.target, parameters, signing: fields, expiresSeconds: expiresSeconds)
        let payload = fields.declaredPayload.map { PayloadLine(declaredIn: $0) } ?? PayloadLine(request.payload)
        let replaced = fields.replaced
        let plan = (consume fields).plan(for: request.method, target.bytes, payload, parameters.options)

        var unsendable: Int?
        let calculation = ByteWriter.withTemporary(capacity: plan.expectedCount) { writer in
            unsendable = plan.write(to: &writer).unsendable
            return SignatureCalculation(hashing: writer, key: found.key)
        }
        if let unsendable { throw SigningInput.invalidHeader(plan.fields[unsendable]) }
        return SignedRequest(
            stages: SigningStages(
                plan: plan, canonicalRequestHash: calculation.canonicalRequestHash, time: parameters.time,
                credentialScope: found.scope, signature: calculation.signature),
            replaced: replaced,
            presignedTarget: target.signed(
                calculation.signature, tokenAfter: parameters.options.sessionToken == .addedAfterSigning))
    }

    /// The written time, the scope and its key.
    @inline(__always)
    private func lookUp(_ parameters: borrowing SigningParameters) throws(SigningError) -> SigningKeyCache.Found {
        try keyCache.find(
            parameters.credentials.secretAccessKey, time: parameters.time, region: parameters.region,
            service: parameters.service
        ) { (scope) throws(SigningError) in try SigningInput.check(scope) }
    }
}
