import SigV4
import WireText

/// A request to sign and to put on the wire by hand.
struct TestRequest {
    static let now = fixedNow
    static let key = "AKIAIOSFODNN7EXAMPLE"
    static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    static let temporaryKey = "ASIAIOSFODNN7EXAMPLE"
    static let token = "FwoGZXIvYXdzEXAMPLETOKEN/abc+def=="

    var method = "POST"
    var target = "/model/amazon.nova-micro-v1:0/converse"
    var headers: [HeaderField] = [HeaderField("Host", "127.0.0.1"), HeaderField("Content-Type", "application/json")]
    var body = #"{"messages":[{"role":"user","content":[{"text":"ping"}]}],"inferenceConfig":{"maxTokens":1}}"#
    var accessKeyID = TestRequest.key
    var secretAccessKey = TestRequest.secret
    var sessionToken: String?
    var region = "us-east-1"
    var service = "bedrock"
    var time = TestRequest.now
    var options = SigningOptions()

    init(_ change: (inout TestRequest) -> Void = { _ in }) {
        change(&self)
    }

    /// A signed GET.
    static func get(_ target: String, _ change: (inout TestRequest) -> Void = { _ in }) -> TestRequest {
        TestRequest {
            $0.method = "GET"
            $0.target = target
            $0.body = ""
            change(&$0)
        }
    }

    func signed() throws -> SignedRequest {
        try Signer().sign(
            SignableRequest(
                method: method, target: target, headers: headers,
                payload: body.isEmpty ? .empty : .bytes(Array(body.utf8))),
            SigningParameters(
                credentials: SigningCredentials(
                    accessKeyID: accessKeyID, secretAccessKey: secretAccessKey, sessionToken: sessionToken),
                region: region, service: service, time: time, options: options))
    }

    /// The request as bytes, after `alter` had its way with the lines of its head.
    func wire(
        body sent: String? = nil, framing: Framing = .length, alter: ([String]) -> [String] = { $0 }
    ) throws -> [UInt8] {
        let signed = try signed()
        let payload = Array((sent ?? body).utf8)
        var lines = ["\(method) \(String(decoding: signed.target, as: UTF8.self)) HTTP/1.1"]
        lines += signed.headers.map { "\($0.name): \($0.text)" }
        switch framing {
        case .length: if method == "POST" { lines.append("Content-Length: \(payload.count)") }
        case .chunked: lines.append("Transfer-Encoding: chunked")
        case .none: break
        }
        let head = alter(lines).joined(separator: "\r\n") + "\r\n\r\n"
        guard framing == .chunked else { return Array(head.utf8) + payload }
        var bytes = Array(head.utf8)
        var rest = payload[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(37)
            bytes += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + [13, 10]
            rest = rest.dropFirst(37)
        }
        return bytes + Array("0\r\n\r\n".utf8)
    }

    enum Framing { case length, chunked, none }
}

private let fixedNow = SigningTime(unixSeconds: 1_795_341_600)  // 2026-11-22T10:00:00Z
