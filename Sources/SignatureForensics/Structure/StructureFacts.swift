import Codes
import SigV4
import WireText

/// What a request shows of itself, without any search.
struct StructureFacts {
    /// Causes for which the request is refused, whatever its signature.
    var decisive: [CauseFinding] = []
    /// Headers that were signed and are known to change: named when nothing else is found.
    var suspects: [CauseFinding] = []
    /// Headers that gateways and libraries write anew, of which nothing shows whether they did: named when nothing else is
    /// found, with the secret behind them, which would leave as little trace.
    var rewritten: [CauseFinding] = []
    /// Headers that may change, and whose values are their senders' own: a wrong secret must not be laid at their door.
    var innocents: [CauseFinding] = []
    /// What works and should be done otherwise.
    var careless: [CauseFinding] = []
    /// Signed headers that did not arrive; what they held may be guessed by the search.
    var missing: [CauseFinding] = []
    /// Second readings of what is decisive.
    var alternatives: [CauseFinding] = []

    let request: SignableRequest
    let claim: ClaimedSignature
    let forensicCase: ForensicCase
    /// The credential of the request's key id.
    let owner: SigningCredentials?

    init(_ request: SignableRequest, _ claim: ClaimedSignature, _ forensicCase: ForensicCase) {
        self.request = request
        self.claim = claim
        self.forensicCase = forensicCase
        owner = forensicCase.credentials.first { $0.accessKeyID == claim.keyID }
        scheme()
        reuse()
        list()
        unsignedHost()
        token()
        scope()
        time()
        unpackedBody()
        missingHeaders()
        fragileHeaders()
        unsortedList()
        unsignedHeaders()
        hashOfServerless()
    }

    /// OpenSearch Serverless, which refuses a request whose signature does not cover the hash of the body, without a word about it.
    ///
    /// Source: <https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-clients.html>.
    private mutating func hashOfServerless() {
        guard forensicCase.service == "aoss", !claim.isPresigned, claim.signs("host"),
            !claim.signs("x-amz-content-sha256")
        else { return }
        let isSent = !request.values(of: "x-amz-content-sha256").isEmpty
        decisive.append(
            CauseFinding(
                isSent ? .headerUnsigned : .headerMissing, at: .client, .likely,
                summary:
                    "SignedHeaders does not name x-amz-content-sha256, which OpenSearch Serverless wants sent and signed.",
                fix: """
                    Send x-amz-content-sha256 with the hash of the body and sign it, with aoss as the service: update the client's signer or proxy, \
                    or set the header before it signs. If it is there already, see the collection's data access and network policies.
                    """))
    }

    /// How sure one can be that what is not shown was not sent: a paste leaves headers out, a request that was received, or
    /// that somebody with the secret at hand shows, is whole.
    var absence: CauseConfidence { forensicCase.refusal != nil || owner != nil ? .certain : .likely }

    func finding(_ cause: FindingCode, at place: FaultPlace = .client, _ summary: String) -> CauseFinding {
        finding(cause, at: place, .certain, summary)
    }

    func finding(
        _ cause: FindingCode, at place: FaultPlace = .client, _ confidence: CauseConfidence, _ summary: String
    ) -> CauseFinding {
        CauseFinding(cause, at: place, confidence, summary: summary)
    }

    private mutating func scheme() {
        let scheme = claim.scheme.asciiLowercased
        guard scheme != "aws4-hmac-sha256", !scheme.isEmpty else { return }
        if scheme == "bearer" {
            // Of several headers it is their number that is wrong.
            guard claim.authorizationCount == 1 else { return }
            decisive.append(
                finding(.bearerSent, "The Authorization header holds a bearer token where a signature is expected."))
        } else if scheme.hasPrefix("aws4-ecdsa") || scheme == "aws" || scheme.hasPrefix("aws3") {
            decisive.append(
                finding(
                    .signatureVersion,
                    scheme.hasPrefix("aws4-ecdsa")
                        ? "The signature is of version 4A (\(claim.scheme)), and version 4 is expected."
                        : "The Authorization header is that of an older version ('\(claim.scheme) ...')."))
        }
    }

    private mutating func reuse() {
        let schemes = request.values(of: "authorization").map { value in
            String(decoding: value.prefix { !$0.isWhitespace }, as: UTF8.self).asciiLowercased
        }
        let hasSignature = schemes.contains { $0.hasPrefix("aws") }
        if claim.authorizationCount > 1, schemes.contains("bearer") {
            // Where each holds a token, that there are several is all that is wrong.
            if hasSignature {
                decisive.append(
                    finding(
                        .bearerSent, at: .inProcess,
                        "There are \(claim.authorizationCount) Authorization headers, and one holds a bearer token."))
            }
        } else if claim.authorizationCount > 1, hasSignature {
            decisive.append(
                finding(
                    .timeReuse, at: .inProcess,
                    "There are \(claim.authorizationCount) Authorization headers: a signed request was signed again."))
        } else if claim.authorizationCount == 1, ClaimedSignature.query(request.target)["X-Amz-Signature"] != nil {
            decisive.append(
                finding(.timeReuse, at: .inProcess, "There is a signature in the header and another in the query."))
        } else if claim.signs("authorization") {
            decisive.append(
                finding(
                    .timeReuse, at: .inProcess,
                    "SignedHeaders names authorization: a request that was signed already was signed again."))
        }
        let dates = Set(request.values(of: "x-amz-date"))
        if dates.count > 1, claim.authorizationCount == 1 {
            let isProxied = request.headers.contains { HeaderKind($0.name.lowercased()) == .forwarded }
            decisive.append(
                finding(
                    isProxied ? .proxyResigned : .timeReuse, at: isProxied ? .inFlight : .inProcess,
                    "There are \(dates.count) different X-Amz-Date headers: the request was signed more than once."))
        }
    }

    private mutating func missingHeaders() {
        let arrived = Set(request.headers.map(\.name.asciiLowercased))
        for name in claim.signedHeaders.map(\.asciiLowercased) {
            guard !arrived.contains(name), name != "authorization" else { continue }
            let kind = HeaderKind(name)
            let cause: FindingCode =
                switch kind {
                case .contentType, .host, .other: .headerMissing
                default: kind.cause ?? .headerMissing
                }
            missing.append(
                finding(cause, at: .inProcess, absence, "SignedHeaders names '\(name)', and no such header arrived."))
        }
    }

    /// A list that is not sorted as written: the lines will stand in that order too.
    private mutating func unsortedList() {
        let names = claim.signedHeaders.map { Array($0.asciiLowercased.utf8) }
        guard zip(names, names.dropFirst()).contains(where: { $1.lexicographicallyPrecedes($0) }) else { return }
        innocents.append(finding(.headerSort, .likely, "SignedHeaders does not name the headers in sorted order."))
    }

    private mutating func fragileHeaders() {
        // Those that change at every hop or call before those that seldom do.
        let order: [HeaderKind] = [
            .tracing, .transferEncoding, .hop, .forwarded, .userAgent, .acceptEncoding, .contentLength,
        ]
        let names = Dictionary(grouping: claim.signedHeaders.map(\.asciiLowercased)) { HeaderKind($0) }
        for (kind, name) in order.flatMap({ kind in
            (names[kind] ?? []).prefix(SearchBudget.places).map { (kind, $0) }
        }) {
            guard kind.isFragile, let cause = kind.cause, let value = request.values(of: name).first else { continue }
            if kind == .contentLength, isLengthOfBody(value) { continue }
            let suspect = finding(
                cause, at: .inFlight, .likely,
                "SignedHeaders names '\(name)', whose value is often changed after signing.")
            switch kind {
            case .acceptEncoding, .hop: rewritten.append(suspect)
            // A library that puts in its own name has taken the place of what was signed.
            case .userAgent where !PublishedValues.isLibrary(String(decoding: value, as: UTF8.self)):
                innocents.append(suspect)
            default: suspects.append(suspect)
            }
        }
    }

    /// A body that its header calls compressed, and that is not.
    private mutating func unpackedBody() {
        guard let coding = request.values(of: "content-encoding").first.map({ String(decoding: $0, as: UTF8.self) }),
            ["gzip", "deflate", "x-gzip"].contains(coding.asciiLowercased),
            case .bytes(let body) = request.payload, let first = body.first, first == UInt8(ascii: "{"),
            JSONTree(body) != nil
        else { return }
        suspects.append(
            finding(
                .bodyGzip, at: .inFlight, .likely,
                "Content-Encoding says \(coding.asciiLowercased), and the body that arrived is not compressed: it was unpacked on its way."
            ))
    }

    /// Whether a length is the body's: then nothing has changed it.
    private func isLengthOfBody(_ value: [UInt8]) -> Bool {
        let count =
            switch request.payload {
            case .bytes(let bytes): bytes.count
            case .empty: 0
            case .unsigned, .hash: -1
            }
        return HeaderField(name: "", bytes: value).canonicalValue.elementsEqual("\(count)".utf8)
    }

    private mutating func unsignedHeaders() {
        let signed = Set(claim.signedHeaders.map(\.asciiLowercased))
        for field in request.headers {
            let name = field.name.asciiLowercased
            guard name.hasPrefix("x-amz-"), !signed.contains(name), !claim.isPresigned else { continue }
            switch name {
            case "x-amz-content-sha256": continue
            case "x-amz-security-token" where forensicCase.rules(for: claim).sessionToken == .addedAfterSigning:
                continue
            case "x-amz-security-token":
                careless.append(
                    finding(
                        .tokenUnsigned, absence,
                        "X-Amz-Security-Token was sent, and SignedHeaders does not name it."))
            default:
                careless.append(
                    finding(.headerUnsigned, absence, "'\(name)' was sent, and SignedHeaders does not name it."))
            }
        }
    }

    /// What explains a signature that no known mistake gives: headers that were lost, or the likeliest of those that change.
    var probable: [CauseFinding] {
        missing.isEmpty ? Array((suspects + rewritten).prefix(1)) : Array(missing.prefix(2))
    }

    /// Whether what is probable is as probable as another secret.
    var isSecretAsProbable: Bool { missing.isEmpty && suspects.isEmpty }

    /// Headers that were signed and are known to change: on a request that passed, advice.
    var advisable: [CauseFinding] {
        (suspects + rewritten + innocents).filter { ![.timeTwo, .headerSort, .bodyGzip].contains($0.cause) }
    }
}
