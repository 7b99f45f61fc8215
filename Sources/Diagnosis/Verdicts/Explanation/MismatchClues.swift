import Evidence
import JSONText
import Report
import SigV4
import WireText

/// What a paste shows about a refused signature of which no mistake was made again: where to look first, in this very
/// request, before any general advice.
///
/// Each clue is a known way in which signatures fail (facts of the echo, of the list of signed headers, of the host), said
/// of the names that stand in the paste.
struct MismatchClues {
    let view: SignedView

    /// The message, and what was pasted around it.
    let text: String

    /// The clues, that which tells most first.
    var remedies: [Remedy] { decisive + others }

    /// What a request of this form cannot do right, or what visibly became of it: more likely than a wrong secret, whoever signed.
    var decisive: [Remedy] {
        let ofConnection = hopByHop.map { [Remedy($0).about(.instruction, .shown)] } ?? []
        return ofConnection + seen
    }

    /// The clues of ``decisive`` that are no instruction.
    private var seen: [Remedy] {
        [
            encodedSlash, shortenedPath, presignedMethod, otherQuery, emptied, toldEmpty, added, sentTwice,
            canonicalCode, distribution, portOfHost, unsentBody, deletedHeader, appended, inventedBody,
            signedLocalHost, presignedNames,
            presignedElsewhere,
            redirected, connections, encoding, emptyToken, declaredHash,
            version2, serverlessHash, oddSignature,
            plusRead, sentBare, otherPaths, typedByHand, toldCharacter,
        ]
        .compactMap { $0 }.map { Remedy($0).about(.shown) }
    }

    private var others: [Remedy] {
        [
            middleware, rawQuery, otherHost, host, placeholder, missing, unsigned, passing, proxied, gatewayToken,
            arrivedPresigned,
            presigned,
            calledSigner, bucket,
            emptySegment, typedByLibrary, otherStore, ofService, foreign, streaming, path, escapedQuery, query, fragile,
            body,
            uploaded,
        ]
        .compactMap { $0 }.map { Remedy($0) }
    }

    func shown(_ text: some StringProtocol) -> String { PrintableText.escaped(String(text), limit: 200) }

    func words(_ names: [String]) -> String { Enumeration.words(names.prefix(6).map { shown($0) }) }

    /// The management call of API Gateway's WebSocket APIs.
    private var connections: String? {
        if view.path.contains("%2540connections"), view.author == .service {
            return """
                The path that the service signed is encoded twice (%2540connections, and %253D where the id has =): this call goes over the wire \
                encoded once (%40connections, %3D), and the canonical request has that path encoded once more, as for every service but S3. \
                Encode the path once, send it, and encode it again for the signature only.
                """
        }
        guard view.path.contains("%40connections") || view.path.contains("/@connections") else { return nil }
        let host = view.value("host").map { " (here \(shown($0)))" } ?? ""
        return """
            This is API Gateway's call for a connection: sign it for the host that it reaches, the API's own execute-api host\(host), with \
            its stage in the path. The event's domainName is another Host where CloudFront or a custom domain stands before the API: build \
            the endpoint from API id, region and stage instead. Encode the connection id once.
            """
    }

    // MARK: Values

    /// A session token that is the name of one: code that was copied, a template that nobody filled in.
    private var placeholder: String? {
        guard let token = view.value("x-amz-security-token") else { return nil }
        let word = token.trimmedWhitespace().lowercased()
        let isName = ["x-amz-security-token", "undefined", "null", "none", "false", "nan", "token"].contains(word)
        guard isName || word.hasPrefix("${") || word.hasPrefix("{{") || word.hasPrefix("your") else { return nil }
        return """
            The session token reads '\(shown(token.prefix(40)))'. If the text was not redacted, that is a placeholder and no token: put the real one in \
            X-Amz-Security-Token, or leave the header out with a long-lived key, and sign again for each request. Code that a \
            tool generated holds a signature of the past.
            """
    }

    /// A session token that is signed, and has no value.
    private var emptyToken: String? {
        guard view.value("x-amz-security-token")?.trimmedWhitespace().isEmpty == true else { return nil }
        return """
            x-amz-security-token arrived empty and is signed: fill in the session token that belongs to a temporary key (ASIA...), \
            or leave the header out, with a long-lived one (AKIA...), also out of SignedHeaders.
            """
    }

    /// A declared hash that is not the one of the payload line.
    private var declaredHash: String? {
        guard let declared = view.value("x-amz-content-sha256")?.trimmedWhitespace(), let payload = view.payload,
            declared.utf8.count == 64, payload.utf8.count == 64, declared.lowercased() != payload.lowercased()
        else { return nil }
        return """
            x-amz-content-sha256 declares a hash that differs from the last line of the canonical request: hash the body's bytes \
            once, and use that hash for both. e3b0c442... is the hash of an empty body.
            """
    }

    // MARK: Host

    /// A command that calls one host and sends the name of another.
    private var otherHost: String? {
        guard let url = HostMentions.ofURL(text), let header = HostMentions.ofHeader(text), url != header else {
            return nil
        }
        return """
            The request goes to \(shown(url)) and sends Host: \(shown(header)). Sign the Host that is sent, \(shown(header)); a tool \
            that signs the URL's host signs another one. For a private API of API Gateway send x-apigw-api-id in the place of Host.
            """
    }

    private var host: String? {
        guard view.author == .service, let host = view.value("host").map({ shown($0) }) else { return nil }
        let name = host.lowercased()
        // What somebody put in its place is no host.
        guard name.utf8.allSatisfy({ $0.isLetter || $0.isDigit || ".-:".utf8.contains($0) }) else { return nil }
        if name.contains(".cloudfront.net") {
            return """
                The service saw the host \(host), which is CloudFront's: if the origin's host was signed, do not forward Host to \
                the origin (origin request policy AllViewerExceptHostHeader), or sign with an origin access control.
                """
        }
        if name.contains(".vpce.") || name.hasPrefix("vpce-") {
            return """
                The service saw the host \(host), the name of a VPC endpoint: sign that very host. A gateway or client that signs \
                for the public host and connects to the endpoint signs another one.
                """
        }
        if name.hasPrefix("localhost") || name.hasPrefix("127.") || !name.contains(".") {
            return
                "The service saw the host \(host): sign the host that arrives, or let the proxy pass on the one that was signed."
        }
        if !name.contains("amazonaws.com"), !name.hasSuffix(".api.aws"), !name.contains("amazon.com") {
            return """
                The service saw the host \(host): sign that very host. If something in front of it (a custom domain, a CDN, a \
                proxy) writes another Host than the client sent, pass the client's on, or sign the one that arrives.
                """
        }
        return nil
    }

    // MARK: Service

    /// What a search may have that signers get wrong: a body without a method for one, and names with signs in them; `nil` where the service
    /// saw neither.
    private func search(isServerless: Bool) -> String? {
        let isShown = !view.path.isEmpty
        // The hash of nothing.
        let isBare = view.payload?.hasPrefix("e3b0c44298fc1c14") ?? false
        let place = (view.path + view.query).uppercased()
        var parts: [String] = []
        if ["", "GET", "DELETE"].contains(view.method), !isBare, !isToldBare {
            parts.append(
                "a GET or DELETE with a body is signed by many signers without it, or sent without it by many libraries: search with POST."
            )
        }
        if !isShown || [",", "*", "%2C", "%2A"].contains(where: place.contains) {
            parts.append(
                "sign path and query as they are sent, commas and stars in index names encoded (%2C, %2A), and the very bytes of the body."
            )
        }
        if isServerless { parts.append("the service is aoss, and x-amz-content-sha256 must be sent and signed.") }
        guard let first = parts.first else { return nil }
        return "OpenSearch: "
            + ([first] + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }).joined(separator: " ")
    }

    /// What clients of a service get wrong most often.
    private var ofService: String? {
        let host = view.value("host")?.lowercased() ?? text.prefix(20_000).lowercased()
        func calls(_ marks: String...) -> Bool { marks.contains(where: host.contains) }
        if calls(".es.amazonaws.com", ".aoss.amazonaws.com") { return search(isServerless: host.contains(".aoss.")) }
        if calls("email.", "email-smtp.") {
            return """
                SES: the user name and password of SMTP are no access key; its API takes the key id and secret of an IAM user. In a DSN or \
                URL the secret must be percent-encoded (/ as %2F, + as %2B).
                """
        }
        if calls(".appsync-api.") {
            return """
                AppSync: sign the very bytes of the body that are sent (a client that writes the query again, or adds a charset to \
                Content-Type, after signing breaks it), and the path /graphql with its slash.
                """
        }
        if calls(".iot.", "-ats.iot") {
            return """
                IoT: the service is iotdata for topics and shadows (iotdevicegateway for /mqtt), the path begins with a slash \
                (/topics/NAME, a slash in NAME as %2F), and the query (qos=1) is the third line, not a part of the path.
                """
        }
        if calls(".execute-api.") {
            return """
                API Gateway: sign the bytes of the body that are sent, the whole path with the stage, and the query as its own line; behind \
                an edge-optimized custom domain sign that domain for us-east-1.
                """
        }
        return nil
    }

    // MARK: Body

    private var streaming: String? {
        guard let payload = view.payload ?? view.value("x-amz-content-sha256"), payload.hasPrefix("STREAMING-"),
            view.method == "GET" || view.method == "HEAD" || view.method == "DELETE"
        else { return nil }
        return """
            A \(view.method) declares the payload \(shown(payload)), which belongs to an upload in chunks that are signed: use the \
            hash of the empty body (e3b0c442...) or UNSIGNED-PAYLOAD.
            """
    }

    private static let emptyHash = SHA256Digest.hash([]).hex

    private var body: String? {
        guard let payload = view.payload, view.author == .service || payload == Self.emptyHash else { return nil }
        let hasBody = ["POST", "PUT", "PATCH"].contains(view.method)
        if payload == Self.emptyHash {
            guard hasBody, view.query.isEmpty else { return nil }
            return
                "The payload line is the hash of an empty body. If you send a body, it did not arrive, or was set after signing."
        }
        guard hasBody, payload.utf8.count == 64 else { return nil }
        return """
            The last line, \(payload.prefix(8))..., is the hash of the body that arrived: compare it with the SHA-256 of the bytes that \
            you signed. A library that encodes, compresses or writes the body again after it was signed changes it, often for texts \
            beyond ASCII only.
            """
    }

    // MARK: Target

    private var path: String? {
        let path = view.path
        if path.contains("%3F") || path.contains("?") {
            return
                "The path holds the query ('?'): hand path and query to the signer apart; the query is the third line."
        }
        if view.author == .service, let twice = escapedTwice(path) { return twice }
        // AWS's own form of characters that browsers and libraries leave bare.
        let reserved = ["%2A": "*", "%27": "'", "%28": "(", "%29": ")", "%21": "!", "%24": "$", "%2C": ",", "%40": "@"]
        let found = reserved.keys.sorted().filter {
            path.uppercased().contains($0) || path.uppercased().contains("%25" + $0.dropFirst())
        }
        guard let first = found.first, let character = reserved[first] else { return nil }
        return """
            The path holds '\(character)', which AWS writes as \(first) and browsers and many libraries leave bare: encode everything \
            but letters, digits and -._~ in the path that you sign.
            """
    }

    /// A path that arrived with the escape of an escape: every service but S3 encodes the path once more than it was sent.
    private func escapedTwice(_ path: String) -> String? {
        let isS3 = view.value("host").map { $0.lowercased().contains("s3") } ?? false
        let mark = isS3 ? "%25" : "%2525"
        guard let place = path.firstRange(of: mark) else { return nil }
        let behind = path[place.upperBound...].prefix(2)
        guard behind.count == 2, behind.allSatisfy(\.isHexDigit) else { return nil }
        return """
            The path that arrived was encoded twice (\(isS3 ? "" : "sent as %25\(behind), ")in the canonical path \(mark)\(behind)): hand the \
            name to the client as it is, and let either the client or your code encode it, not both.
            """
    }

    private var query: String? {
        guard view.author == .service, !view.query.isEmpty, !view.query.contains("X-Amz-Credential") else { return nil }
        return """
            The request has a query. It is the third line of the canonical request, not a part of the path: parameters sorted by \
            name, names and values encoded, a blank as %20. Hand path and query to the signer apart.
            """
    }
}
