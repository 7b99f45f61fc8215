import TestSupport
import Testing

@testable import Evidence

@Suite struct LogReaderTests {
    private func exchanges(_ text: String) throws -> [ObservedExchange] {
        try ReadInput(Array(text.utf8), name: "x").exchanges
    }

    /// The ways in which Python's loggers begin a record.
    private static let prefixes: [@Sendable (String) -> String] = [
        { "2026-11-24 20:26:44,389 - MainThread - \($0) - DEBUG - " },
        { "2026-11-24 20:26:44,389 \($0) [DEBUG] " },
        { "DEBUG:\($0):" },
        { "[DEBUG]\t2026-11-24T20:26:44.389Z\t5f1c0a9e-2b52-4a4e-9c4e-0d7f5d1d3a11\t \($0) " },
    ]

    @Test(arguments: 0..<4)
    func `botocore's debug log is one exchange, whatever logger wrote it`(index: Int) throws {
        let found = try exchanges(LogSamples.botocore(Self.prefixes[index]))
        let exchange = try #require(found.first)
        #expect(found.count == 1)
        #expect(exchange.signing.canonicalRequest == Array(LogSamples.canonical.utf8))
        #expect(exchange.signing.stringToSign == Array(LogSamples.stringToSign.utf8))
        #expect(exchange.signing.signature == LogSamples.signature)
        #expect(exchange.request?.target == Array(LogSamples.path.utf8))
        #expect(exchange.request?.header("authorization") == LogSamples.authorization)
        #expect(exchange.request?.header("host") == "127.0.0.1:34429")
        #expect(exchange.request?.body == .whole(Array(LogSamples.body.utf8)))
        #expect(exchange.response?.status == 403)
        #expect(exchange.response?.header("x-amzn-errortype")?.hasPrefix("InvalidSignature") == true)
        #expect(exchange.response?.body == Array(LogSamples.refusal.utf8))
    }

    @Test func `s3cmd's debug log shows what was sent beside what was signed`() throws {
        let found = try exchanges(
            """
            DEBUG: Sending request method_string='GET', uri='/bucket/?delimiter=/', headers={'x-amz-date': '20261209T234532Z'}, body=(0 bytes)
            DEBUG: Response: {'status': 403, 'headers': {'content-type': 'application/xml'}, 'reason': 'Forbidden', 'data': '<Error/>'}
            """)
        let exchange = try #require(found.first)
        #expect(found.count == 1)
        #expect(exchange.request?.target == Array("/bucket/?delimiter=/".utf8))
        #expect(exchange.request?.header("x-amz-date") == "20261209T234532Z")
        #expect(exchange.request?.body == ObservedRequest.Body.none)
        #expect(exchange.response?.status == 403)
    }

    @Test func `each attempt of a retry is an exchange`() throws {
        let text = String(repeating: LogSamples.botocore(Self.prefixes[0]), count: 3)
        let input = try ReadInput(Array(text.utf8), name: "log")
        #expect(input.exchanges.count == 3)
        #expect(input.kind == .botocoreLog)
    }

    @Test func `curl -v shows the head and the answer, but not the body`() throws {
        let found = try exchanges(LogSamples.curlVerbose)
        let exchange = try #require(found.first)
        #expect(found.count == 1)
        #expect(exchange.request?.header("host") == "127.0.0.1:34429")
        #expect(exchange.request?.body == .unknown)
        #expect(exchange.response?.status == 403)
        #expect(exchange.response?.body == Array(LogSamples.refusal.utf8))
    }

    @Test(arguments: [true, false], ["", "20:27:40.908123 ", "20:27:40.908123 [0-0] "])
    func `curl's traces show every byte`(ascii: Bool, prefix: String) throws {
        let found = try exchanges(LogSamples.curlTrace(ascii: ascii, prefix: prefix))
        let exchange = try #require(found.first)
        #expect(found.count == 1)
        #expect(exchange.request?.target == Array(LogSamples.path.utf8))
        #expect(exchange.request?.header("host") == "127.0.0.1:34429")
        let sent = Array(LogSamples.body.utf8)
        if ascii {
            // The two bytes of an umlaut are two dots there.
            let shown = sent.map { $0 < 0x80 ? $0 : UInt8(ascii: ".") }
            #expect(exchange.request?.body == .likely(shown))
        } else {
            #expect(exchange.request?.body == .whole(sent))
        }
        #expect(exchange.response?.status == 403)
        #expect(exchange.response?.body == Array(LogSamples.refusal.utf8))
    }

    @Test(arguments: [
        "AWS4 Canonical Request: ", "---[ CANONICAL STRING  ]-----------------------------\n",
        "[DEBUG] 2026-11-24 20:26:44 AWSAuthV4Signer [14] Canonical Request String: ",
        "* aws_sigv4: Canonical request (enclosed in []) - [", "canonical_request=", "AWS4 Canonical Request: '\"", "",
    ])
    func `a canonical request is known by its form`(label: String) throws {
        let text = label + LogSamples.canonical + "\n\nString to sign: " + LogSamples.stringToSign + "\n"
        let exchange = try #require(try exchanges(text).first)
        #expect(exchange.signing.canonicalRequest == Array(LogSamples.canonical.utf8))
        #expect(exchange.signing.stringToSign == Array(LogSamples.stringToSign.utf8))
    }
}
