import Codes
import JSONText
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// Calls that fail after their status, or without one, as the log of a client shows them.
@Suite struct BrokenAnswerTests {
    /// A debug log of botocore with an answer of status 200, or none, and what follows.
    private static func log(status: Int? = 200, _ lines: String, operation: String = "converse") -> String {
        let path = "/model/amazon.nova-micro-v1%3A0/\(operation)"
        let sent = """
            DEBUG:botocore.endpoint:Sending http request: <AWSPreparedRequest stream_output=True, method=POST, \
            url=http://127.0.0.1:8000\(path), headers={'Content-Length': b'72', 'Authorization': \
            b'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261125/us-east-1/bedrock/aws4_request, \
            SignedHeaders=host;x-amz-date, Signature=\(String(repeating: "a", count: 64))'}>

            """
        let answered = status.map {
            "DEBUG:urllib3.connectionpool:http://127.0.0.1:8000 \"POST \(path) HTTP/1.1\" \($0) None\n"
        }
        return sent + (answered ?? "") + lines
    }

    private static func stream(_ lines: String) -> String { log(lines, operation: "converse-stream") }

    private static func traceback(_ words: String, causes: [String] = []) -> String {
        let frames = "Traceback (most recent call last):\n  File \"/app/main.py\", line 3, in main\n    call()\n"
        let chain = causes.map {
            frames + $0 + "\n\nDuring handling of the above exception, another exception occurred:\n\n"
        }
        return "ERROR:root:failed\n" + chain.joined() + frames + words + "\n"
    }

    private static func events(_ events: [(name: String, payload: String)]) -> String {
        events.map {
            """
            DEBUG:botocore.parsers:Response headers: {':event-type': '\($0.name)', ':content-type': \
            'application/json', ':message-type': 'event'}
            DEBUG:botocore.parsers:Response body:
            b'\($0.payload)'

            """
        }.joined()
    }

    private static let whole = [
        ("messageStart", #"{"role":"assistant"}"#),
        ("contentBlockDelta", #"{"contentBlockIndex":0,"delta":{"text":"Hi"}}"#),
        ("contentBlockStop", #"{"contentBlockIndex":0}"#), ("messageStop", #"{"stopReason":"end_turn"}"#),
    ]

    private func findings(_ log: String) throws -> [Finding] {
        Explanation(try ReadInput(Array(log.utf8), name: "log"), context: ExplainContext()).findings
    }

    private func codes(_ log: String) throws -> [FindingCode] { try findings(log).map(\.code) }

    @Test(
        arguments: [
            (
                "botocore.eventstream.ChecksumMismatch: Checksum mismatch: expected 0x01, calculated 0x02",
                .streamDamaged
            ),
            (
                "botocore.eventstream.InvalidPayloadLength: Payload length of 33554329 exceeded the maximum of 25165824",
                .streamDamaged
            ),
            (
                "botocore.exceptions.EventStreamError: An error occurred (throttlingException) when calling the ConverseStream operation: Too many requests",
                .throttled
            ),
            (
                "urllib3.exceptions.ProtocolError: ('Connection broken: IncompleteRead(83 bytes read, 67 more expected)')",
                .streamEndedEarly
            ),
            (
                "urllib3.exceptions.ReadTimeoutError: AWSHTTPConnectionPool(host='127.0.0.1', port=80): Read timed out.",
                .streamSilent
            ),
            (
                "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 44: invalid start byte",
                .answerUnreadable
            ),
        ] as [(String, FindingCode)])
    func `what fails after a good status is no success`(words: String, code: FindingCode) throws {
        let found = try findings(Self.stream(Self.traceback(words)))
        #expect(found.map(\.code) == [code])
        #expect(found.first?.remedies.isEmpty == false)
        #expect(found.first?.evidence["httpStatus"]?.numberValue?.int64 != nil)
        // What the log goes on with is none of the exception's words.
        let followed =
            Self.stream(Self.traceback(words)) + "1 request on 1 connection, read timed out\n"
        #expect(try codes(followed) == [code])
    }

    @Test func `without an answer the client's last word counts, and no key is called wrong`() throws {
        let words = #"botocore.exceptions.ReadTimeoutError: Read timeout on endpoint URL: "http://127.0.0.1:8000/x""#
        let causes = [
            "TimeoutError: timed out",
            "urllib3.exceptions.ReadTimeoutError: AWSHTTPConnectionPool(host='127.0.0.1', port=80): Read timed out.",
        ]
        #expect(try codes(Self.log(status: nil, Self.traceback(words, causes: causes))) == [.networkAnswerTimeout])
        #expect(try codes(Self.log(status: nil, "")) == [.answerNotShown])
        #expect(try codes(Self.log(status: nil, Self.traceback("ValueError: no"))) == [.unknownError])
    }

    @Test func `a cause in the chain that tells more wins over the wrapper`() throws {
        let words =
            #"botocore.exceptions.ConnectionClosedError: Connection was closed before we received a valid response from endpoint URL: "http://127.0.0.1:8000/x""#
        let cut = "urllib3.exceptions.IncompleteRead: IncompleteRead(176 bytes read, 177 more expected)"
        #expect(try codes(Self.log(Self.traceback(words, causes: [cut]))) == [.streamEndedEarly])
        #expect(try codes(Self.log(status: nil, Self.traceback(words))) == [.networkConnectionClosed])
        let unresolved = "socket.gaierror: [Errno -2] Name or service not known: gateway.internal"
        let wrapper =
            #"botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: "https://gateway.internal/x""#
        #expect(
            try codes(Self.log(status: nil, Self.traceback(wrapper, causes: [unresolved])))
                == [.networkNameUnresolved])
    }

    @Test func `the client's words in its own form are found`() throws {
        #expect(
            try codes(Self.log(status: nil, "call failed: Read timeout on endpoint URL: \"http://127.0.0.1:8000/x\"\n"))
                == [.networkAnswerTimeout])
        #expect(
            try codes(
                Self.stream("ERROR:app:stream failed: Checksum mismatch: expected 1, calculated 2\n"))
                == [.streamDamaged])
        // What the model says, or what a program does afterwards, is no failure of the call.
        #expect(try codes(Self.log("The connection was reset by peer, she wrote.\n")) == [.nothingFailed])
        #expect(try codes(Self.log(Self.traceback("KeyError: 'output'"))) == [.nothingFailed])
    }

    @Test func `a stream without its events is not called whole`() throws {
        let open = try #require(try findings(Self.stream("")).first)
        #expect(open.code == .nothingFailed)
        #expect(open.detail.contains("whether that came to its end is not shown"))
        #expect(try findings(Self.stream(Self.events(Self.whole))).first?.detail.contains("not shown") == false)
    }

    @Test func `the events of a stream are checked`() throws {
        #expect(try codes(Self.stream(Self.events(Self.whole))) == [.nothingFailed])
        #expect(try codes(Self.stream(Self.events(Self.whole.dropLast()))) == [.streamEndedEarly])
        let doubled = [Self.whole[0]] + Self.whole
        #expect(try codes(Self.stream(Self.events(doubled))) == [.streamOutOfOrder])
        var cut = Self.whole
        cut[1].1 = String(cut[1].1.dropLast(3))
        #expect(try codes(Self.stream(Self.events(cut))) == [.answerUnreadable])
    }

    @Test func `a whole body that is no JSON cannot be read, and one that is cut off in the log says nothing`() throws {
        func log(length: Int) -> String {
            Self.log(
                """
                DEBUG:botocore.parsers:Response headers: {'Content-Type': 'application/json', 'Content-Length': '\(length)'}
                DEBUG:botocore.parsers:Response body:
                b'{"output":{"message"'

                """)
        }
        #expect(try codes(log(length: 20)) == [.answerUnreadable])
        #expect(try codes(log(length: 200)) == [.nothingFailed])
    }
}
