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
        let date = AmzDate(parameters.time)
        var fields = try FieldsToSign(request.headers, parameters)
        if let token = parameters.credentials.sessionToken, parameters.options.sessionToken == .signed {
            fields.add("X-Amz-Security-Token", .securityToken, token.exposedBytes)
        }
        fields.add("X-Amz-Date", .amzDate, date.bytes)
        let payload: PayloadLine
        if parameters.options.contentSHA256Header == .sent {
            payload = PayloadLine(request.payload)
            fields.add("x-amz-content-sha256", .contentSHA256, payload.bytes)
        } else {
            payload = fields.declaredPayload.map { PayloadLine(declaredIn: $0) } ?? PayloadLine(request.payload)
        }

        var stages = try stages(request.method, request.target, fields, payload, date, parameters)
        let authorization = authorization(
            fields, parameters.credentials.accessKeyID, stages.credentialScope, stages.signature)
        stages.authorizationBytes = authorization
        fields.addUnsigned("Authorization", authorization)
        if let token = parameters.credentials.sessionToken, parameters.options.sessionToken == .addedAfterSigning {
            fields.addUnsigned("X-Amz-Security-Token", token.exposedBytes)
        }
        return SignedRequest(
            stages: stages, requestHeaders: request.headers, replaced: fields.replaced,
            addedHeaders: fields.list.added, target: request.target)
    }

    private func signInQuery(
        _ request: SignableRequest, _ parameters: SigningParameters, expiresSeconds: Int
    ) throws(SigningError) -> SignedRequest {
        let fields = try FieldsToSign(request.headers, parameters)
        let target = PresignedTarget(request.target, parameters, signing: fields, expiresSeconds: expiresSeconds)
        let payload = fields.declaredPayload.map { PayloadLine(declaredIn: $0) } ?? PayloadLine(request.payload)
        let stages = try stages(
            request.method, target.bytes, fields, payload, AmzDate(parameters.time), parameters)
        return SignedRequest(
            stages: stages, requestHeaders: request.headers, replaced: fields.replaced, addedHeaders: [],
            target: target.signed(stages.signature, tokenAfter: parameters.options.sessionToken == .addedAfterSigning))
    }

    /// The stages that both forms share.
    private func stages(
        _ method: String, _ target: [UInt8], _ fields: borrowing FieldsToSign, _ payload: PayloadLine, _ date: AmzDate,
        _ parameters: SigningParameters
    ) throws(SigningError) -> SigningStages {
        var unsendable: HeaderField?
        let canonicalRequest = CanonicalRequest.build(
            method: method, target: target, headers: fields.signed, of: fields.list, payload: payload,
            rules: CanonicalRules(
                uriEncoding: parameters.options.uriEncoding, pathNormalization: parameters.options.pathNormalization),
            unsendable: &unsendable)
        if let unsendable { throw SigningInput.invalidHeader(unsendable) }
        let scope = CredentialScope(dateStamp: date.date, region: parameters.region, service: parameters.service)
        let key = keyCache.key(for: parameters.credentials.secretAccessKey, scope: scope)
        return SigningStages(canonicalRequest, time: parameters.time, date: date, scope: scope, key: key)
    }

    private func authorization(
        _ fields: borrowing FieldsToSign, _ accessKeyID: String, _ scope: CredentialScope, _ signature: Signature
    ) -> [UInt8] {
        ByteWriter.array(capacity: 320) { writer in
            writer.append("AWS4-HMAC-SHA256 Credential=" as StaticString)
            writer.append(accessKeyID)
            writer.append(UInt8(ascii: "/"))
            writer.append(scope)
            writer.append(", SignedHeaders=" as StaticString)
            fields.signed.appendNames(of: fields.list, to: &writer)
            writer.append(", Signature=" as StaticString)
            writer.append(hexOf: signature.digest)
        }
    }
}
