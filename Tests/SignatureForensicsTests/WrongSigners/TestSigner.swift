import SigV4
import WireText

/// A signer written from the documentation, with a knob for everything that can be got wrong.
///
/// It shares nothing but the hash with the signer and the search that it tests. What is sent and what is signed are two
/// requests, so that a change behind the signer's back is a change of one of them.
struct TestSigner {
    /// A request before anything is encoded for signing.
    struct Wire {
        var method: String
        var path: String
        var query: String?
        var headers: [(name: String, value: String)]
        var body: [UInt8]

        func value(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }

        mutating func set(_ name: String, _ value: String) {
            if let index = headers.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) {
                headers[index].value = value
            } else {
                headers.append((name, value))
            }
        }

        mutating func remove(_ name: String) { headers.removeAll { $0.name.lowercased() == name.lowercased() } }
    }

    var sent: Wire
    var signed: Wire
    var keyID: String
    var secret = TestRequest.secret
    /// The time in the string to sign.
    var time = TestRequest.time.amzDate
    var scopeDate = TestRequest.time.dateStamp
    var region = "us-east-1"
    var service = "bedrock"
    /// The scope that the key is made for, where it is not the one that is told.
    var keyRegion: String?
    var keyService: String?
    /// Names whose lines are signed and which the list does not have.
    var unlisted: Set<String> = []
    var bearer: String?

    var path: (String) -> String = { Percent.encoded(TestSigner.normalised($0).utf8, keeping: "/") }
    var query: (String) -> String = TestSigner.sortedQuery { Percent.encoded($0) }
    var queryInPath = false
    var value: (String) -> String = { TestSigner.trimmed($0, inner: true) }
    var valueBytes: (String) -> [UInt8] = { Array($0.utf8) }
    var join: ([String]) -> String = { $0.joined(separator: ",") }
    var lineOrder: ([(name: String, line: [UInt8])]) -> [(name: String, line: [UInt8])] = { lines in
        lines.sorted { Array($0.name.utf8).lexicographicallyPrecedes($1.name.utf8) }
    }
    var payload: ([UInt8]) -> String = { SHA256Digest.hash($0).hex }

    init(_ wire: Wire, keyID: String) {
        sent = wire
        signed = wire
        self.keyID = keyID
    }

    /// A change of the request before it is signed, which is sent as well.
    mutating func both(_ change: (inout Wire) -> Void) {
        change(&sent)
        change(&signed)
    }

    /// The request as it arrives.
    func request() -> SignableRequest {
        var headers = sent.headers.map { HeaderField($0.name, $0.value) }
        headers.append(HeaderField("Authorization", bearer.map { "Bearer \($0)" } ?? authorization()))
        let target = sent.path + (sent.query.map { "?\($0)" } ?? "")
        return SignableRequest(method: sent.method, target: target, headers: headers, payload: .bytes(sent.body))
    }

    private func authorization() -> String {
        let names = listed.joined(separator: ";")
        let scope = "\(scopeDate)/\(region)/\(service)/aws4_request"
        let text = "AWS4-HMAC-SHA256\n\(time)\n\(scope)\n" + SHA256Digest.hash(canonicalRequest(names)).hex
        var key = HMACKey(Array("AWS4\(secret)".utf8).span)
        for part in [scopeDate, keyRegion ?? region, keyService ?? service, "aws4_request"] {
            key = HMACKey(key.authenticate(Array(part.utf8).span))
        }
        let signature = key.authenticate(Array(text.utf8).span).hex
        return "AWS4-HMAC-SHA256 Credential=\(keyID)/\(scope), SignedHeaders=\(names), Signature=\(signature)"
    }

    private var listed: [String] {
        let names = Set(signed.headers.map { $0.name.lowercased() }).subtracting(unlisted)
        return lineOrder(names.map { ($0, line($0)) }).map(\.name)
    }

    private func line(_ name: String) -> [UInt8] {
        let values = signed.headers.filter { $0.name.lowercased() == name }.map { value($0.value) }
        return Array("\(name):".utf8) + valueBytes(join(values))
    }

    private func canonicalRequest(_ names: String) -> [UInt8] {
        var path = path(signed.path)
        var query = signed.query.map(query) ?? ""
        if queryInPath, let raw = signed.query {
            path = self.path("\(signed.path)?\(raw)")
            query = ""
        }
        let all = Set(signed.headers.map { $0.name.lowercased() })
        var text = Array("\(signed.method)\n\(path)\n\(query)\n".utf8)
        for each in lineOrder(all.map { ($0, line($0)) }) { text += each.line + [0x0A] }
        return text + Array("\n\(names)\n\(payload(signed.body))".utf8)
    }
}

extension TestSigner {
    /// The path without dot segments and empty ones (RFC 3986, section 5.2.4, as SigV4 wants it).
    static func normalised(_ path: String) -> String {
        var kept: [Substring] = []
        for segment in path.split(separator: "/") where segment != "." {
            if segment == ".." { _ = kept.popLast() } else { kept.append(segment) }
        }
        let joined = "/" + kept.joined(separator: "/")
        return path.hasSuffix("/") && joined != "/" ? joined + "/" : joined
    }

    static func pairs(_ query: String, _ encode: ([UInt8]) -> String) -> [(name: String, value: String)] {
        query.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return (encode(Percent.decoded(parts[0])), encode(Percent.decoded(parts.count > 1 ? parts[1] : "")))
        }
    }

    static func sortedQuery(_ encode: @escaping ([UInt8]) -> String) -> (String) -> String {
        { query in
            pairs(query, encode)
                .sorted { left, right in
                    left.name == right.name
                        ? left.value.utf8.lexicographicallyPrecedes(right.value.utf8)
                        : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
                }
                .map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        }
    }

    static func trimmed(_ value: String, inner: Bool) -> String {
        if inner { return value.split(separator: " ").joined(separator: " ") }
        let start = value.drop { $0 == " " }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }
}
