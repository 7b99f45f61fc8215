import WireText

/// An Authorization header of another kind than a signature, by its first word or because no part of a signature is in it.
///
/// API Gateway reads the header as a signature for a method whose authorization is IAM, and for a path, stage or method that the API
/// does not have (<https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden>).
struct OtherScheme {
    private enum Kind {
        case basic, bearer, version2, other
    }

    private let kind: Kind

    /// Everything that was pasted, in small letters.
    private let around: String

    /// - Parameters:
    ///   - message: The service's sentences, in small letters and with plain quotes.
    ///   - pasted: What was pasted with them.
    init?(_ message: String, pasted: String) {
        around = pasted.lowercased()
        let shown = ["authorization=", "authorization header: '", "authorization header: \""].lazy
            .compactMap { message.firstRange(of: $0)?.upperBound }.first.map { message[$0...] }
        let word = shown?.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        let parts = ["'credential' parameter", "'signature' parameter", "'signedheaders' parameter"]
        switch word {
        case "basic": kind = .basic
        case "bearer": kind = .bearer
        case "aws": kind = .version2
        case .some(let name) where name.hasPrefix("aws4"): return nil
        default:
            guard parts.allSatisfy(message.contains) else { return nil }
            kind = .other
        }
    }

    /// Whether it is known what arrived.
    var isNamed: Bool { kind != .other }

    private var isOpenSearch: Bool {
        [".es.amazonaws.com", ".aoss.amazonaws.com", "opensearch", "elasticsearch"].contains(where: around.contains)
    }

    private var isBedrock: Bool { around.contains("bedrock") }

    var advice: String {
        switch kind {
        case .version2:
            return """
                The header is a signature of version 2 (AWS KEYID:SIGNATURE), which this service does not take: let the client sign by version 4 \
                (AWS4-HMAC-SHA256), with region and service.
                """
        case .bearer where isBedrock:
            return """
                A bearer token arrived where a signature is expected: this endpoint or operation takes no API key. Send the call to Bedrock's runtime with \
                its key, or sign the request; if API Gateway stands before it, see that path and stage exist and that its authorizer is set.
                """
        case .bearer:
            return """
                A bearer token arrived where a signature is expected. Sign the request if the method's authorization is IAM; if it takes \
                tokens, see that the path and stage exist (API Gateway answers unknown paths so) and that its authorizer is set.
                """
        case .basic, .other:
            let arrived =
                kind == .basic
                ? "A user and password (Basic) arrived"
                : "No part of a signature arrived: a header of another kind (Basic, Bearer), or an unsigned request,"
            let sign = """
                this endpoint takes requests that are signed with AWS keys. Turn on the client's AWS signing (SigV4) and give it region and service
                """
            let users = "where users and passwords are meant, see that the service has them enabled"
            guard !isOpenSearch else { return "\(arrived) where a signature is expected: \(sign), or, \(users)." }
            return """
                \(arrived) where a signature is expected. API Gateway reads the header so for a method whose authorization is IAM, and for a path, \
                stage or method that the API does not have: see that they exist and are deployed, and that the method has the authorizer that takes \
                what is sent (Basic, a token). Where IAM is meant, or at a service such as OpenSearch, \(sign).
                """
        }
    }
}
