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
        let keptCount = fields.list.count
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

        let plan = CanonicalRequestPlan(
            method: request.method, target: request.target, payload: payload,
            uriEncoding: parameters.options.uriEncoding, pathNormalization: parameters.options.pathNormalization)
        var writer = ByteWriter(capacity: plan.capacity(headers: fields.list))
        let core = try sign(plan, fields, date, parameters, &writer)
        writer.removeAll()
        writer.appendAuthorization(parameters.credentials.accessKeyID, core.scope, fields, core.signature)
        let authorization = writer.bytes()
        fields.addUnsigned("Authorization", authorization)
        if let token = parameters.credentials.sessionToken, parameters.options.sessionToken == .addedAfterSigning {
            fields.addUnsigned("X-Amz-Security-Token", token.exposedBytes)
        }
        return SignedRequest(
            stages: SigningStages(
                canonicalRequest: core.canonicalRequest, stringToSign: core.stringToSign,
                credentialScope: core.scope, signature: core.signature, authorizationBytes: authorization),
            headers: fields.list, addedCount: fields.list.count - keptCount, target: request.target)
    }

    private func signInQuery(
        _ request: SignableRequest, _ parameters: SigningParameters, expiresSeconds: Int
    ) throws(SigningError) -> SignedRequest {
        let date = AmzDate(parameters.time)
        let fields = try FieldsToSign(request.headers, parameters)
        let target = PresignedTarget(request.target, parameters, signing: fields, expiresSeconds: expiresSeconds)
        let payload = fields.declaredPayload.map { PayloadLine(declaredIn: $0) } ?? PayloadLine(request.payload)
        let plan = CanonicalRequestPlan(
            method: request.method, target: target.bytes, payload: payload,
            uriEncoding: parameters.options.uriEncoding, pathNormalization: parameters.options.pathNormalization)
        var writer = ByteWriter(capacity: plan.capacity(headers: fields.list))
        let core = try sign(plan, fields, date, parameters, &writer)
        return SignedRequest(
            stages: SigningStages(
                canonicalRequest: core.canonicalRequest, stringToSign: core.stringToSign,
                credentialScope: core.scope, signature: core.signature, authorizationBytes: nil),
            headers: fields.list, addedCount: 0,
            target: target.signed(core.signature, tokenAfter: parameters.options.sessionToken == .addedAfterSigning))
    }

    /// The stages that both forms share.
    private struct Core {
        let canonicalRequest: CanonicalRequest
        let stringToSign: StringToSign
        let scope: CredentialScope
        let signature: Signature
    }

    private func sign(
        _ plan: CanonicalRequestPlan, _ fields: FieldsToSign, _ date: AmzDate, _ parameters: SigningParameters,
        _ writer: inout ByteWriter
    ) throws(SigningError) -> Core {
        if let field = writer.append(plan, signing: fields.signed, of: fields.list) {
            throw SigningInput.invalidHeader(field)
        }
        let canonicalRequest = CanonicalRequest(bytes: writer.bytes())
        let hash = writer.hash()
        let scope = CredentialScope(dateStamp: date.date, region: parameters.region, service: parameters.service)
        writer.removeAll()
        writer.appendStringToSign(time: date, scope: scope, canonicalRequestHash: hash)
        let stringToSign = StringToSign(bytes: writer.bytes())
        let key = keyCache.key(for: parameters.credentials.secretAccessKey, scope: scope)
        return Core(
            canonicalRequest: canonicalRequest, stringToSign: stringToSign, scope: scope,
            signature: key.sign(stringToSign))
    }
}

extension ByteWriter {
    /// Writes the value of an `Authorization` header.
    fileprivate mutating func appendAuthorization(
        _ accessKeyID: String, _ scope: CredentialScope, _ fields: FieldsToSign, _ signature: Signature
    ) {
        append("AWS4-HMAC-SHA256 Credential=" as StaticString)
        append(accessKeyID)
        append(UInt8(ascii: "/"))
        append(scope)
        append(", SignedHeaders=" as StaticString)
        fields.signed.appendNames(of: fields.list, to: &self)
        append(", Signature=" as StaticString)
        append(hexOf: signature.digest)
    }
}
