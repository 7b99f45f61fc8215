import SigV4
import WireText

/// The request that signing and verifying are measured with: a Converse call with a body of 1 KB and a session token of
/// 300 bytes.
enum Workload {
    static let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    static let accessKeyID = "ASIAIOSFODNN7EXAMPLE"
    static let token = String(repeating: "FwoGZXIvYXdzEBYaDK+/=Token1234", count: 10)
    static let time = SigningTime(unixSeconds: 1_767_323_045)

    static let body: [UInt8] = {
        let head = #"{"messages":[{"role":"user","content":[{"text":""#
        let tail = #""}]}],"inferenceConfig":{"maxTokens":512}}"#
        let filling = String(repeating: "What is the weather like today? ", count: 40)
        return Array((head + filling.prefix(1024 - head.utf8.count - tail.utf8.count) + tail).utf8)
    }()

    static let request = SignableRequest(
        method: "POST", target: "/model/anthropic.claude-sonnet-4-20250514-v1:0/converse",
        headers: [
            HeaderField("Host", "bedrock-runtime.us-east-1.amazonaws.com"),
            HeaderField("Content-Type", "application/json"),
            HeaderField("User-Agent", "bedrock-doctor/0.1.0"),
        ],
        payload: .bytes(body))

    static let parameters = SigningParameters(
        credentials: SigningCredentials(accessKeyID: accessKeyID, secretAccessKey: secret, sessionToken: token),
        region: "us-east-1", service: "bedrock", time: time)

    /// What a signature hashes, made beforehand.
    private struct Hashed: Sendable {
        let canonicalRequest: [UInt8]
        let stringToSign: [UInt8]
        let key = HMACKey(Array(secret.utf8).span)
    }

    private static let hashed: Hashed = {
        guard let stages = try? Signer().sign(request, parameters).stages else {
            fatalError("the benchmark's request cannot be signed")
        }
        return Hashed(canonicalRequest: stages.canonicalRequest.bytes, stringToSign: stages.stringToSign.bytes)
    }()

    /// The hashing alone: SHA-256 of body and canonical request, and one HMAC with its key prepared.
    static func bareHashing(_ count: Int) {
        let hashed = hashed
        for _ in 0..<count {
            keep(SHA256Digest.hash(body.span))
            keep(SHA256Digest.hash(hashed.canonicalRequest.span))
            keep(hashed.key.authenticate(hashed.stringToSign.span))
        }
    }
}
