import Evidence
import Report
import ServerClock
import SigV4
import SignatureForensics
import WireText

/// Makes a case for the examination of a signature out of what an input shows.
enum ForensicFacts {
    /// The case; `nil` when neither request, nor client's account, nor the server's is there.
    ///
    /// - Parameters:
    ///   - exchange: The call.
    ///   - text: The service's message, in which it may echo what it expected.
    ///   - context: The key pair at hand, among other things.
    static func forensicCase(
        _ exchange: ObservedExchange, text: String, times: SignatureTimes?, scene: Scene, context: ExplainContext
    ) -> ForensicCase? {
        let echo = ServerEcho(message: text)
        let server =
            echo?.texts
            ?? exchange.signing.expectedRequest.map { text in
                SignedTexts(
                    canonicalRequest: canonicalRequest(text, signed: nil, isPasteWhole: true), stringToSign: nil)
            }
        let shown = exchange.signing.canonicalRequest.map { text in
            SignedTexts(
                canonicalRequest: canonicalRequest(
                    text, signed: exchange.signing.stringToSign, isPasteWhole: echo?.hasLostLines != true),
                stringToSign: exchange.signing.stringToSign.map(StringToSign.init(bytes:)))
        }
        let client = exchange.request?.header("x-amz-date") == nil ? shown?.atTime(of: server) : shown
        let hashes = [client, server].compactMap { $0 }.compactMap { payloadHash($0.canonicalRequest.bytes) }
        let payload = exchange.request.map { Self.payload($0, client: client, server: server, hashes: hashes) }
        let request = exchange.request.map { request in
            SignableRequest(
                method: request.method, targetBytes: request.target, headers: headers(request),
                payload: payload?.payload ?? .empty)
        }
        guard request != nil || client != nil || server != nil else { return nil }
        var result = ForensicCase(request: request, client: client, server: server)
        if client?.canonicalRequest != shown?.canonicalRequest { result.attempts = .two }
        // Who echoes the string to sign has taken its scope before: a wrong one is answered in other words.
        result.service =
            server?.stringToSign == nil ? Self.service(exchange, [server, client].compactMap(\.self), scene) : nil
        // Without the body's bytes or hash no signature can be made again.
        if payload?.isKnown != false, let known = context.credentials,
            exchange.request.flatMap(SentCredential.accessKeyID) == known.accessKeyID
        {
            result.credentials = [known]
        }
        result.receivedAt = receivedAt(exchange, times)
        return result
    }

    /// A client's canonical request; its lines are brought back where a log or an issue has lost line breaks.
    ///
    /// Where only empty lines are gone, the client may never have written them: then the text stays as it is, unless the
    /// hash in the string to sign is that of the whole one, or the service's account has lost its own beside it.
    private static func canonicalRequest(
        _ text: [UInt8], signed: [UInt8]?, isPasteWhole: Bool
    ) -> CanonicalRequest {
        let shown = CanonicalRequest(bytes: text)
        guard let lost = LostBlankLines(text) else {
            return shown.sections == nil ? FlatCanonicalRequest.restored(text) ?? shown : shown
        }
        return !isPasteWhole || lost.wasLostOnTheWay(signed: signed) ? lost.restored : shown
    }

    /// The signing name of the service that was called: by the host, by a path that only Bedrock has, or by the client's words;
    /// `nil` when nothing shows it.
    private static func service(
        _ exchange: ObservedExchange, _ texts: [SignedTexts], _ scene: Scene
    ) -> String? {
        let signed = texts.lazy.compactMap { texts in
            texts.canonicalRequest.bytes.split(separator: 0x0A).first { $0.starts(with: "host:".utf8) }
        }.first
        let host =
            exchange.request.flatMap { $0.header("host") ?? $0.host }
            ?? signed.map { String(decoding: $0.dropFirst(5), as: UTF8.self) }
        // A host that was sent twice stands there twice, with a comma between.
        if let name = host.flatMap({ AWSHostName(String($0.prefix { $0 != ":" && $0 != "," })) })?.service {
            // bedrock-mantle, which is not among them, takes requests for `bedrock`, too.
            return SigningName.known(name)
        }
        let path =
            exchange.request?.target
            ?? texts.first.flatMap { $0.canonicalRequest.bytes.split(separator: 0x0A).dropFirst().first }.map(
                Array.init)
        if let path, RuntimePath(path) != nil { return "bedrock" }
        return scene.service.flatMap { SigningName.known($0.value) }
    }

    /// The headers as sent; the host of the connection stands in for a `Host` that the input leaves out.
    private static func headers(_ request: ObservedRequest) -> [HeaderField] {
        guard let host = request.host, !request.headers.contains(where: { $0.isNamed("host") }) else {
            return request.headers
        }
        return [HeaderField("Host", host)] + request.headers
    }

    // MARK: Body

    private struct KnownPayload {
        var payload: Payload
        var isKnown: Bool
    }

    private static func payload(
        _ request: ObservedRequest, client: SignedTexts?, server: SignedTexts?, hashes: [String]
    ) -> KnownPayload {
        switch request.body {
        case .none: return KnownPayload(payload: .empty, isKnown: true)
        case .whole(let bytes): return KnownPayload(payload: .bytes(bytes), isKnown: true)
        case .likely(let bytes):
            // Bytes with a replaced one among them would look like a body that was changed.
            let hash = SHA256Digest.hash(bytes).hex
            if hashes.isEmpty || hashes.contains(hash) { return KnownPayload(payload: .bytes(bytes), isKnown: true) }
            return hashed(server ?? client)
        case .unknown: return hashed(server ?? client)
        }
    }

    /// What the server hashed, else what the client did, stands for a body that is not shown.
    private static func hashed(_ texts: SignedTexts?) -> KnownPayload {
        guard let hash = texts.flatMap({ payloadHash($0.canonicalRequest.bytes) }) else {
            return KnownPayload(payload: .hash(String(repeating: "0", count: 64)), isKnown: false)
        }
        return KnownPayload(payload: .hash(hash), isKnown: true)
    }

    /// The last line of a canonical request.
    private static func payloadHash(_ canonical: [UInt8]) -> String? {
        guard let last = canonical.split(separator: 0x0A).last, last.count == 64 else { return nil }
        return String(decoding: last, as: UTF8.self)
    }

    // MARK: Time

    /// The server's clock: in the refusal itself, else in the `Date` of the answer.
    private static func receivedAt(_ exchange: ObservedExchange, _ times: SignatureTimes?) -> SigningTime? {
        if let server = times?.server { return SigningTime(unixSeconds: server) }
        guard let text = exchange.response?.header("date"), let date = try? HTTPDate(parsing: text) else {
            return nil
        }
        return SigningTime(unixSeconds: date.unixSeconds)
    }
}
