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
        let options = parameters.options
        let token = parameters.credentials.sessionToken
        var headers: [HeaderField] = []
        headers.reserveCapacity(request.headers.count + 4)
        for field in request.headers where !isReplaced(field, token: token, options: options) { headers.append(field) }
        let keptCount = headers.count

        let tokenField = token.map { HeaderField(name: "X-Amz-Security-Token", bytes: $0.exposedBytes) }
        if let tokenField, options.sessionToken == .signed { headers.append(tokenField) }
        headers.append(HeaderField(name: "X-Amz-Date", bytes: parameters.time.amzDateBytes))
        let payload: PayloadLine
        if options.contentSHA256Header == .sent {
            payload = PayloadLine(request.payload)
            headers.append(HeaderField(name: "x-amz-content-sha256", bytes: payload.bytes))
        } else {
            payload = PayloadLine(request.payload, declared: SigningInput.declaredPayloadHash(request))
        }

        let selected = CanonicalHeaders(headers, allBut: options.headersNotSigned)
        let (canonicalRequest, stringToSign, scope, signature) = try sign(
            request.method, request.target, selected, headers, payload, parameters)
        let authorization = authorization(parameters, scope, selected, signature)
        headers.append(HeaderField(name: "Authorization", bytes: authorization))
        if let tokenField, options.sessionToken == .addedAfterSigning { headers.append(tokenField) }
        let stages = SigningStages(
            canonicalRequest: canonicalRequest, stringToSign: stringToSign, credentialScope: scope,
            signature: signature, authorizationBytes: authorization)
        return SignedRequest(
            stages: stages, headers: headers, addedCount: headers.count - keptCount, target: request.target)
    }

    private func signInQuery(
        _ request: SignableRequest, _ parameters: SigningParameters, expiresSeconds: Int
    ) throws(SigningError) -> SignedRequest {
        let options = parameters.options
        let headers = request.headers.filter {
            !$0.isNamed("authorization") && !$0.isNamed("x-amz-date")
                && (parameters.credentials.sessionToken == nil || !$0.isNamed("x-amz-security-token"))
        }
        let selected = CanonicalHeaders(headers, allBut: options.headersNotSigned)
        let target = PresignedTarget(request.target, parameters, signing: selected, expiresSeconds: expiresSeconds)
        let payload = PayloadLine(request.payload, declared: SigningInput.declaredPayloadHash(request))
        let (canonicalRequest, stringToSign, scope, signature) = try sign(
            request.method, target.bytes, selected, headers, payload, parameters)
        let stages = SigningStages(
            canonicalRequest: canonicalRequest, stringToSign: stringToSign, credentialScope: scope,
            signature: signature, authorizationBytes: nil)
        return SignedRequest(
            stages: stages, headers: headers, addedCount: 0,
            target: target.signed(signature, tokenAfter: options.sessionToken == .addedAfterSigning))
    }

    /// The stages that both forms share.
    private func sign(
        _ method: String, _ target: [UInt8], _ selected: CanonicalHeaders, _ headers: [HeaderField],
        _ payload: PayloadLine, _ parameters: SigningParameters
    ) throws(SigningError) -> (CanonicalRequest, StringToSign, CredentialScope, Signature) {
        var unsendable: HeaderField?
        let canonicalRequest = CanonicalRequest(
            method: method, target: target, headers: selected, payload: payload,
            rules: CanonicalRequest.Rules(
                uriEncoding: parameters.options.uriEncoding, pathNormalization: parameters.options.pathNormalization),
            capacity: CanonicalRequest.capacity(target: target, headers: headers), unsendable: &unsendable)
        if let unsendable { throw SigningInput.invalidHeader(unsendable) }
        let scope = CredentialScope(time: parameters.time, region: parameters.region, service: parameters.service)
        let stringToSign = StringToSign(
            time: parameters.time, scope: scope, canonicalRequestHash: canonicalRequest.hash)
        let key = keyCache.key(for: parameters.credentials.secretAccessKey, scope: scope)
        return (canonicalRequest, stringToSign, scope, key.sign(stringToSign))
    }

    /// Whether signing puts its own field in place of this one.
    private func isReplaced(_ field: HeaderField, token: Secret?, options: SigningOptions) -> Bool {
        field.isNamed("authorization") || field.isNamed("x-amz-date")
            || (token != nil && field.isNamed("x-amz-security-token"))
            || (options.contentSHA256Header == .sent && field.isNamed("x-amz-content-sha256"))
    }

    private func authorization(
        _ parameters: SigningParameters, _ scope: CredentialScope, _ selected: CanonicalHeaders, _ signature: Signature
    ) -> [UInt8] {
        var writer = ByteWriter(capacity: 320)
        writer.append("AWS4-HMAC-SHA256 Credential=")
        writer.append(parameters.credentials.accessKeyID)
        writer.append(UInt8(ascii: "/"))
        writer.append(scope)
        writer.append(", SignedHeaders=")
        selected.appendNames(to: &writer)
        writer.append(", Signature=")
        writer.append(hexOf: signature.digest)
        return writer.finish()
    }
}
