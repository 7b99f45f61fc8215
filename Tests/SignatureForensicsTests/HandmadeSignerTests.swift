import Codes
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
        /// The hash of the canonical request, as it stands in the string to sign.
        var hash: @Sendable (String) -> String = { SHA256Digest.hash(Array($0.utf8)).hex }
        var written: @Sendable (Bytes) -> String = HandmadeSignerTests.hex

        static let hmac: @Sendable (Bytes, Bytes) -> Bytes = { key, message in
            HMACKey(key.span).authenticate(message.span).bytes
        }
    }

    static let secret = "k7Qw/2LrXz+9TfVbN4mHcJ8sYpD1gA6uEoR3iKtZ"
    static let keyID = "AKIAQ3EGRZTL5XWN7YVB"
    static let time = "20260102T030405Z"

    static func request(_ steps: Steps, text: String = "ping") -> SignableRequest {
        let body = Array(#"{"messages":[{"role":"user","content":[{"text":"\#(text)"}]}]}"#.utf8)
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
        let text = steps.stringToSign("AWS4-HMAC-SHA256\n\(time)\n\(scope)\n\(steps.hash(canonical))")
        var key = Array(steps.seed(secret).utf8)
        for part in scope.split(separator: "/") { key = steps.derive(key, Array(part.utf8)) }
        let signature = steps.written(steps.sign(key, Array(text.utf8)))
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

    static func findings(_ steps: Steps, text: String = "ping") throws -> [CauseFinding] {
        let now = try #require(SigningTime(amzDate: time))
        return SignatureExaminer().examine(
            ForensicCase(
                request: request(steps, text: text),
                credentials: [SigningCredentials(accessKeyID: keyID, secretAccessKey: secret)],
                regions: ["us-east-1"], receivedAt: now.advanced(bySeconds: 1))
        ).findings
    }

    @Test("without a mistake nothing is found")
    func right() throws { #expect(try Self.findings(Steps()).isEmpty) }

    static let mistakes: [(FindingCode, String, @Sendable (inout Steps) -> Void)] = [
        (.textEnd, "a line feed at its end", { $0.canonicalRequest = { $0 + "\n" } }),
        (.textEnd, "a line feed at its end", { $0.stringToSign = { $0 + "\n" } }),
        (
            .textEnd, "line feed at their end",
            { steps in
                steps.canonicalRequest = { $0 + "\n" }
                steps.stringToSign = { $0 + "\n" }
            }
        ),
        (.textLineEnds, "CR LF between its lines", { $0.canonicalRequest = { $0.replacing("\n", with: "\r\n") } }),
        (.textLineEnds, "CR LF between its lines", { $0.stringToSign = { $0.replacing("\n", with: "\r\n") } }),
        (
            .textLineEnds, "CR LF between their lines",
            { steps in
                steps.canonicalRequest = { $0.replacing("\n", with: "\r\n") }
                steps.stringToSign = { $0.replacing("\n", with: "\r\n") }
            }
        ),
        (.hashAlgorithm, "MD5", { $0.payload = { Self.hex(OtherDigest.md5.hash($0)) } }),
        (.hashAlgorithm, "SHA-1", { $0.payload = { Self.hex(OtherDigest.sha1.hash($0)) } }),
        (.hashAlgorithm, "SHA-512", { $0.payload = { Self.hex(OtherDigest.sha512.hash($0)) } }),
        (
            .hashAlgorithm, "MD5 of the canonical request",
            { $0.hash = { Self.hex(OtherDigest.md5.hash(Array($0.utf8))) } }
        ),
        (
            .hashForm, "hash of the canonical request's hash",
            { $0.hash = { SHA256Digest.hash(SHA256Digest.hash(Array($0.utf8)).bytes).hex } }
        ),
        (.keyDerivation, "'AWS4' after it", { $0.seed = { $0 + "AWS4" } }),
        (.hashAlgorithm, "derived with HMAC-SHA-512", { $0.derive = { OtherDigest.sha512.authenticate($0, $1) } }),
        (
            .keyDerivation, "each step's result as text, each byte a letter",
            {
                $0.derive = { key, message in
                    Array(String(String.UnicodeScalarView(Steps.hmac(key, message).map { Unicode.Scalar($0) })).utf8)
                }
            }
        ),
        (
            .keyDerivation, "each step's result as text of UTF-8, with what is none replaced",
            { $0.derive = { Array(String(decoding: Steps.hmac($0, $1), as: UTF8.self).utf8) } }
        ),
        (
            .keyDerivation, "each step's result as hexadecimal text",
            { $0.derive = { Array(Self.hex(Steps.hmac($0, $1)).utf8) } }
        ),
        (
            .textAlgorithm, "without its first line",
            { $0.stringToSign = { $0.split(separator: "\n").dropFirst().joined(separator: "\n") } }
        ),
        (
            .hmacSwapped, "the last step made by HMAC with key and message exchanged",
            { $0.sign = { Steps.hmac($1, $0) } }
        ),
        (
            .hmacSwapped, "every step made by HMAC with key and message exchanged",
            { steps in
                steps.derive = { Steps.hmac($1, $0) }
                steps.sign = { Steps.hmac($1, $0) }
            }
        ),
        (
            .hmacMissing, "the last step made by SHA-256 over key and message",
            { $0.sign = { SHA256Digest.hash($0 + $1).bytes } }
        ),
        (
            .hmacMissing, "every step made by SHA-256 over key and message",
            { steps in
                steps.derive = { SHA256Digest.hash($0 + $1).bytes }
                steps.sign = { SHA256Digest.hash($0 + $1).bytes }
            }
        ),
        (
            .hmacMissing, "the last step made by SHA-256 over message and key",
            { $0.sign = { SHA256Digest.hash($1 + $0).bytes } }
        ),
        (.keyDerivation, "without 'AWS4' before it", { $0.seed = { $0 } }),
        (.hashForm, "capital digits", { $0.payload = { SHA256Digest.hash($0).hex.uppercased() } }),
        (
            .headerCase, "not in lower case",
            {
                $0.canonicalRequest = {
                    $0.replacing("content-type:", with: "Content-Type:").replacing("host:", with: "Host:")
                        .replacing("x-amz-date:", with: "X-Amz-Date:")
                }
            }
        ),
        (.headerList, "a comma between the names", { $0.canonicalRequest = { $0.replacing(";", with: ",") } }),
        (.methodWrong, "the method 'GET'", { $0.canonicalRequest = { "GET" + $0.dropFirst(4) } }),
        (
            .textForm, "no empty line between the headers",
            { $0.canonicalRequest = { $0.replacing("Z\n\ncontent-type;", with: "Z\ncontent-type;") } }
        ),
        (
            .textForm, "no line for the query, which is empty",
            {
                $0.canonicalRequest = {
                    var lines = $0.split(separator: "\n", omittingEmptySubsequences: false)
                    lines.remove(at: 2)
                    return lines.joined(separator: "\n")
                }
            }
        ),
        (.textLineEnds, "a backslash and an n", { $0.canonicalRequest = { $0.replacing("\n", with: "\\n") } }),
        (.textLineEnds, "a blank between its lines", { $0.stringToSign = { $0.replacing("\n", with: " ") } }),
        (.textLineEnds, "nothing between its lines", { $0.stringToSign = { $0.replacing("\n", with: "") } }),
        (
            .textLineEnds, "four blanks between its lines",
            { $0.canonicalRequest = { $0.replacing("\n", with: "\n    ") } }
        ),
        (
            .textForm, "without the list of signed headers",
            { $0.canonicalRequest = { $0.replacing("content-type;host;x-amz-date\n", with: "") } }
        ),
        (
            .textForm, "without the hash of the body",
            { $0.canonicalRequest = { String($0[..<($0.lastIndex(of: "\n") ?? $0.endIndex)]) } }
        ),
        (
            .textForm, "with the path before the method",
            {
                $0.canonicalRequest = {
                    var lines = $0.split(separator: "\n", omittingEmptySubsequences: false)
                    lines.swapAt(0, 1)
                    return lines.joined(separator: "\n")
                }
            }
        ),
        (
            .headerList, "a semicolon behind the last name",
            { $0.canonicalRequest = { $0.replacing(";x-amz-date", with: ";x-amz-date;") } }
        ),
        (
            .headerList, "a semicolon and a blank between the names",
            { $0.canonicalRequest = { $0.replacing(";", with: "; ") } }
        ),
        (
            .headerCase, "names in capitals in the list",
            {
                $0.canonicalRequest = {
                    $0.replacing("content-type;host;x-amz-date", with: "CONTENT-TYPE;HOST;X-AMZ-DATE")
                }
            }
        ),
        (
            .textForm, "with an empty line behind the algorithm",
            { $0.stringToSign = { $0.replacing("SHA256\n", with: "SHA256\n\n") } }
        ),
        (
            .textForm, "two empty lines between the headers and their list",
            { $0.canonicalRequest = { $0.replacing("Z\n\ncontent-type;", with: "Z\n\n\ncontent-type;") } }
        ),
        (
            .hashForm, "the hash of the digits of the body's hash",
            { $0.payload = { SHA256Digest.hash(Array(SHA256Digest.hash($0).hex.utf8)).hex } }
        ),
        (.textForm, "without the time", { $0.stringToSign = { $0.replacing("\n\(time)", with: "") } }),
        (
            .textForm, "with the scope before the time",
            {
                $0.stringToSign = {
                    var lines = $0.split(separator: "\n")
                    lines.swapAt(1, 2)
                    return lines.joined(separator: "\n")
                }
            }
        ),
        (
            .textForm, "the hash of the string to sign in place of the text itself",
            { $0.stringToSign = { SHA256Digest.hash(Array($0.utf8)).hex } }
        ),
        (.scopeParts, "whose scope lacks its end", { $0.stringToSign = { $0.replacing("/aws4_request", with: "") } }),
        (
            .scopeParts, "whose scope begins with the key id",
            { $0.stringToSign = { $0.replacing("\n20260102/", with: "\n\(keyID)/20260102/") } }
        ),
    ]

    @Test("the mistake is proven", arguments: mistakes.indices)
    func mistake(index: Int) throws {
        let (code, words, change) = Self.mistakes[index]
        var steps = Steps()
        change(&steps)
        let finding = try #require(try Self.findings(steps).first)
        #expect(finding.confidence == .proven)
        #expect(finding.cause == code, "\(words): \(finding.cause)")
        let text = finding.summary + " " + (finding.transformation ?? "")
        #expect(text.contains(words), "\(words): \(text)")
        // The secret is right: to set it anew would not help.
        #expect(!finding.fix.contains("Set key id and secret anew"), "\(finding.fix)")
    }

    @Test("key id and secret that were exchanged are named, with the advice to make a new key")
    func exchanged() throws {
        var request = Self.request(Steps())
        request.headers = request.headers.map { field in
            field.isNamed("authorization")
                ? HeaderField("Authorization", field.text.replacing(Self.keyID, with: Self.secret)) : field
        }
        let finding = try #require(SignatureExaminer().examine(ForensicCase(request: request)).findings.first)
        #expect(finding.cause == .keySwapped)
        #expect(finding.fix.contains("new key"))
        #expect(!"\(finding)".contains(Self.secret))
    }

    static let versions: [(FindingCode, String)] = [
        (
            .signatureVersion,
            "AWS4-ECDSA-P256-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260102/bedrock/aws4_request, SignedHeaders=host, Signature=3045"
        ),
        (.signatureVersion, "AWS AKIAIOSFODNN7EXAMPLE:frJIUN8DYpKDtOLCwo//yllqDzg="),
        (
            .scopeParts,
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260102/us-east-1/aws4_request, SignedHeaders=host;x-amz-date, Signature=\(String(repeating: "0", count: 64))"
        ),
        (
            .headerDuplicate,
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260102/us-east-1/bedrock/aws4_request, SignedHeaders=host;host;x-amz-date, Signature=\(String(repeating: "0", count: 64))"
        ),
        (
            .headerList,
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260102/us-east-1/bedrock/aws4_request, SignedHeaders=host;;x-amz-date, Signature=\(String(repeating: "0", count: 64))"
        ),
    ]

    @Test("what the Authorization header shows by itself", arguments: versions)
    func header(code: FindingCode, value: String) throws {
        let request = SignableRequest(
            method: "GET", target: "/",
            headers: [
                HeaderField("Host", "bedrock-runtime.us-east-1.amazonaws.com"), HeaderField("X-Amz-Date", Self.time),
                HeaderField("Authorization", value),
            ], payload: .empty)
        #expect(SignatureExaminer().examine(ForensicCase(request: request)).findings.first?.cause == code)
    }

    static func hex(_ bytes: Bytes) -> String {
        bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
