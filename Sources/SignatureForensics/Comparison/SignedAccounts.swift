import SigV4
import WireText

/// The three accounts of one request, as far as they are known: what the client printed, what a right signer makes of the
/// request as it arrived, what the server expected.
///
/// The default prints mask the session token, as those of ``SignedTexts`` do.
public struct SignedAccounts: Sendable, Hashable {
    /// What the client computed.
    public let client: SignedTexts?
    /// What a right signer makes of the request.
    public let wire: SignedTexts?
    /// What the server echoed.
    public let server: SignedTexts?

    /// Takes accounts that are known already.
    public init(client: SignedTexts? = nil, wire: SignedTexts? = nil, server: SignedTexts? = nil) {
        self.client = client
        self.wire = wire
        self.server = server
    }

    /// Makes the accounts of a case, masked tokens filled in where one account shows them.
    ///
    /// A text that has not the form of a canonical request is left out: it can be compared with nothing. Where a signed token
    /// is shown nowhere, the wire's string to sign is unknown.
    public init(_ forensicCase: ForensicCase) {
        self.init(readable: ReadableCase.of(forensicCase))
    }

    init(readable forensicCase: ForensicCase) {
        var wire: SignedTexts?
        if let request = forensicCase.request, let claim = ReadableCase.claim(forensicCase, request) {
            wire = SignerModel(request, claim, forensicCase.rules(for: claim), secret: nil).texts
            if ReadableCase.hidesToken(forensicCase, claim), let known = wire {
                wire = SignedTexts(canonicalRequest: known.canonicalRequest, stringToSign: nil)
            }
        }
        self.init(client: forensicCase.client, wire: wire, server: forensicCase.server)
    }

    /// Which of the accounts agree.
    public var comparison: ThreeWayComparison {
        ThreeWayComparison(client: client, wire: wire, server: server)
    }

    /// Whether no account is known.
    public var isEmpty: Bool { client == nil && wire == nil && server == nil }
}

/// A case as it can be compared: texts of another form and masked authorizations left out, masked tokens filled in.
enum ReadableCase {
    static func of(_ forensicCase: ForensicCase) -> ForensicCase {
        var readable = forensicCase
        if let server = readable.server, CanonicalLines(server.canonicalRequest.bytes) == nil { readable.server = nil }
        if let client = readable.client, let lost = LostBlankLines(client.canonicalRequest.bytes) {
            readable.lostLines = lost
            readable.client = SignedTexts(canonicalRequest: lost.restored, stringToSign: client.stringToSign)
        }
        if let client = readable.client, CanonicalLines(client.canonicalRequest.bytes) == nil { readable.client = nil }
        // What a verifier of ours refused is known as it arrived.
        if readable.refusal == nil { readable.request?.headers.removeAll(where: isMaskedAuthorization) }
        return MaskedTokens.filledIn(readable)
    }

    /// Whether a mask stands where a signature was: not for its digits alone, nor behind the scheme of a bearer token.
    private static func isMaskedAuthorization(_ field: HeaderField) -> Bool {
        guard field.isNamed("authorization") else { return false }
        let value = HeaderField(name: "", bytes: field.value).canonicalValue
        let word = String(decoding: value.prefix { $0 != 0x20 }, as: UTF8.self).asciiLowercased
        return MaskedTokens.isMasked(value) && word != "bearer" && !word.hasPrefix("aws")
    }

    /// What is claimed of the signature: by the request itself, else by the client's text, else by the server's.
    static func claim(_ forensicCase: ForensicCase, _ request: SignableRequest) -> ClaimedSignature? {
        ClaimedSignature(request) ?? forensicCase.client.flatMap { ClaimedSignature($0) }
            ?? forensicCase.server.flatMap { ClaimedSignature($0) }
    }

    /// Whether a session token was signed that is shown nowhere: then no signature can be made again.
    static func hidesToken(_ forensicCase: ForensicCase, _ claim: ClaimedSignature) -> Bool {
        guard forensicCase.refusal == nil, let request = forensicCase.request else { return false }
        return MaskedTokens.hides(request) && (claim.isPresigned || claim.signs("x-amz-security-token"))
    }
}
