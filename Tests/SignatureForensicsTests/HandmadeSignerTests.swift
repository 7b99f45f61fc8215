import SigV4
import SignatureForensics
import Testing
import WireText

/// What goes wrong in a signer of some twenty lines that somebody wrote from the documentation.
@Suite("Handmade signers")
struct HandmadeSignerTests {
    typealias Bytes = [UInt8]

    /// The steps of such a signer, each of which can be got wrong.
    struct Steps: Sendable {
        var payload: @Sendable (Bytes) -> String = { SHA256Digest.hash($0).hex }
        var canonicalRequest: @Sendable (String) -> String = { $0 }
        var stringToSign: @Sendable (String) -> String = { $0 }
        var seed: @Sendable (String) -> String = { "AWS4" + $0 }
        var derive: @Sendable (Bytes, Bytes) -> Bytes = Steps.hmac
        var sign: @Sendable (Bytes, Bytes) -> Bytes = Steps.hmac

        static let hmac: @Sendable (Bytes, Bytes) -> Bytes = { key, message in
            HMACKey(key.span).authenticate(message.span).bytes
        }
    }

    private static let secret = "k7Qw/2LrXz+9TfVbN4mHcJ8sYpD1gA6uEoR3iKtZ"
    private static let keyID = "AKIAQ3EGRZTL5XWN7YVB"
    private static let time = "20260102T030405Z"

    private static func request(_ steps: Steps) -> SignableRequest {
        let body = Array(#"{"messages":[{"role":"user","content":[{"text":"ping"}]}]}"#.utf8)
        let scope = "20260102/us-east-1/bedrock/aws4_request"
        let canonical = steps.canonicalRequest(
            """
            POST
            /model/amazon.nova-micro-v1%3A0/converse

            content-type:application/json
            host:bedrock-runtime.us-east-1.amazonaws.com
            x-amz-date:\(time)

            content-type;host;x-amz-date
            \(steps.payload(body))
            """)
        let text = steps.stringToSign(
            "AWS4-HMAC-SHA256\n\(time)\n\(scope)\n\(SHA256Digest.hash(Array(canonical.utf8)).hex)")
        var key = Array(steps.seed(secret).utf8)
        for part in scope.split(separator: "/") { key = steps.derive(key, Array(part.utf8)) }
        let signature = steps.sign(key, Array(text.utf8)).map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
        return SignableRequest(
            method: "POST", target: "/model/amazon.nova-micro-v1:0/converse",
            headers: [
                HeaderField("Host", "bedrock-runtime.us-east-1.amazonaws.com"),
                HeaderField("Content-Type", "application/json"), HeaderField("X-Amz-Date", time),
                HeaderField(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=\(keyID)/\(scope), SignedHeaders=content-type;host;x-amz-date, Signature=\(signature)"
                ),
            ], payload: .bytes(body))
    }

    private static func findings(_ steps: Steps) throws -> [CauseFinding] {
        let now = try #require(SigningTime(amzDate: time))
        return SignatureExaminer().examine(
            ForensicCase(
                request: request(steps),
                credentials: [SigningCredentials(accessKeyID: keyID, secretAccessKey: secret)],
                regions: ["us-east-1"], receivedAt: now.advanced(bySeconds: 1))
        ).findings
    }

    @Test("without a mistake nothing is found")
    func right() throws { #expect(try Self.findings(Steps()).isEmpty) }

    static let mistakes: [(String, @Sendable (inout Steps) -> Void)] = [
        ("a line feed at its end", { $0.canonicalRequest = { $0 + "\n" } }),
        ("a line feed at its end", { $0.stringToSign = { $0 + "\n" } }),
        (
            "line feed at their end",
            { steps in
                steps.canonicalRequest = { $0 + "\n" }
                steps.stringToSign = { $0 + "\n" }
            }
        ),
        ("CR LF between its lines", { $0.canonicalRequest = { $0.replacing("\n", with: "\r\n") } }),
        ("CR LF between its lines", { $0.stringToSign = { $0.replacing("\n", with: "\r\n") } }),
        (
            "CR LF between their lines",
            { steps in
                steps.canonicalRequest = { $0.replacing("\n", with: "\r\n") }
                steps.stringToSign = { $0.replacing("\n", with: "\r\n") }
            }
        ),
        ("MD5", { $0.payload = { Self.hex(OtherDigest.md5.hash($0)) } }),
        ("SHA-1", { $0.payload = { Self.hex(OtherDigest.sha1.hash($0)) } }),
        ("SHA-512", { $0.payload = { Self.hex(OtherDigest.sha512.hash($0)) } }),
        ("'AWS4' behind it", { $0.seed = { $0 + "AWS4" } }),
        (
            "without its first line",
            { $0.stringToSign = { $0.split(separator: "\n").dropFirst().joined(separator: "\n") } }
        ),
        ("the last step made by HMAC with key and message exchanged", { $0.sign = { Steps.hmac($1, $0) } }),
        (
            "every step made by HMAC with key and message exchanged",
            { steps in
                steps.derive = { Steps.hmac($1, $0) }
                steps.sign = { Steps.hmac($1, $0) }
            }
        ),
        ("the last step made by SHA-256 over key and message", { $0.sign = { SHA256Digest.hash($0 + $1).bytes } }),
        (
            "every step made by SHA-256 over key and message",
            { steps in
                steps.derive = { SHA256Digest.hash($0 + $1).bytes }
                steps.sign = { SHA256Digest.hash($0 + $1).bytes }
            }
        ),
        ("the last step made by SHA-256 over message and key", { $0.sign = { SHA256Digest.hash($1 + $0).bytes } }),
    ]

    @Test("the mistake is proven", arguments: mistakes.indices)
    func mistake(index: Int) throws {
        let (words, change) = Self.mistakes[index]
        var steps = Steps()
        change(&steps)
        let finding = try #require(try Self.findings(steps).first)
        #expect(finding.confidence == .proven)
        let text = finding.summary + " " + (finding.transformation ?? "")
        #expect(text.contains(words), "\(words): \(text)")
        // The secret is right: to set it anew would not help.
        #expect(!finding.fix.contains("Set key id and secret anew"), "\(finding.fix)")
    }

    private static func hex(_ bytes: Bytes) -> String {
        bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
