/// One kind of fault: its name, what it takes, and how it is made.
struct FaultKind: Sendable {
    /// A parameter as the guide shows it.
    struct Parameter: Sendable {
        let name: String
        let value: String
        let meaning: String

        init(_ name: String, _ value: String, _ meaning: String) {
            self.name = name
            self.value = value
            self.meaning = meaning
        }
    }

    /// The answers that can have it.
    enum Scope { case all, streams }

    let name: String
    let summary: String
    let scope: Scope
    let parameters: [Parameter]
    let make: @Sendable (inout FaultParameters) throws(FaultRuleError) -> Fault

    init(
        _ name: String, _ summary: String, scope: Scope = .all, _ parameters: [Parameter] = [],
        make: @escaping @Sendable (inout FaultParameters) throws(FaultRuleError) -> Fault
    ) {
        self.name = name
        self.summary = summary
        self.scope = scope
        self.parameters = parameters
        self.make = make
    }

    /// The events of a stream (Amazon Bedrock API Reference, ConverseStream).
    static let eventTypes = [
        "messageStart", "contentBlockStart", "contentBlockDelta", "contentBlockStop", "messageStop", "metadata",
    ]

    static let all = answers + carriages + contents
}

// MARK: The kinds

extension FaultKind {
    private static let answers = [
        FaultKind("delay", "the right answer, later", [Parameter("ms", "N", "how much later, in milliseconds")]) {
            (parameters) throws(FaultRuleError) in
            guard let pause = try parameters.milliseconds("ms") else {
                throw parameters.error("delay needs ms=N, how many milliseconds later the answer comes.")
            }
            return .delay(pause)
        },
        FaultKind(
            "throttle", "429 ThrottlingException",
            [Parameter("retry-after", "SECONDS|none", "the value of Retry-After (1)")]
        ) { (parameters) throws(FaultRuleError) in
            if try parameters.string("retry-after") == "none" { return .answer(.throttle(retryAfter: nil)) }
            return .answer(.throttle(retryAfter: try parameters.integer("retry-after", in: 0...86_400) ?? 1))
        },
        answer("internal-error", "500 InternalServerException", .internalError),
        answer("unavailable", "503 ServiceUnavailableException", .unavailable),
        answer("model-error", "424 ModelErrorException", .modelError),
        answer("model-timeout", "408 ModelTimeoutException", .modelTimeout),
        answer("model-not-ready", "429 ModelNotReadyException", .modelNotReady),
        FaultKind(
            "gateway-error", "the HTML page of a gateway before the service",
            [Parameter("status", "N", "500 to 599 (502)")]
        ) { (parameters) throws(FaultRuleError) in
            .answer(.gateway(status: try parameters.integer("status", in: 500...599) ?? 502))
        },
    ]

    private static func answer(_ name: String, _ summary: String, _ answer: FaultAnswer) -> FaultKind {
        FaultKind(name, summary) { _ in .answer(answer) }
    }

    private static func after(_ initial: Int) -> Parameter {
        Parameter("after", "N", "how many events of a stream go out before (\(initial))")
    }

    private static let carriages = [
        FaultKind("reset", "the connection is reset before the first byte") { _ in .carriage(.reset) },
        FaultKind("reset-after-headers", "the connection is reset after the headers", [after(0)]) {
            (parameters) throws(FaultRuleError) in
            .carriage(.resetAfterHeaders(events: try parameters.events("after") ?? 0))
        },
        FaultKind("empty-reply", "the connection is closed before the first byte") { _ in .carriage(.emptyReply) },
        FaultKind(
            "silence", "nothing comes, and the connection stays open (ten minutes)",
            [Parameter("after", "N", "send headers and so many events before (send nothing)")]
        ) { (parameters) throws(FaultRuleError) in .carriage(.silence(events: try parameters.events("after"))) },
        FaultKind(
            "truncated-body", "the body ends early, and with it the connection, over HTTP/2 the stream (RST_STREAM)",
            [Parameter("bytes", "N", "how many bytes of it come (half)")]
        ) { (parameters) throws(FaultRuleError) in
            .carriage(.truncatedBody(bytes: try parameters.integer("bytes", in: 0...1_000_000_000)))
        },
        FaultKind(
            "wrong-content-length", "Content-Length is not the length of the body",
            [Parameter("by", "N", "how many bytes too long, or too short if below 0 (10)")]
        ) { (parameters) throws(FaultRuleError) in
            let by = try parameters.integer("by", in: -1_000_000_000...1_000_000_000) ?? 10
            guard by != 0 else { throw parameters.error("by=0 makes a right Content-Length.") }
            return .carriage(.wrongContentLength(by: by))
        },
        FaultKind("malformed-chunk", "a chunk's size is not a hexadecimal number", [after(1)]) {
            (parameters) throws(FaultRuleError) in
            .carriage(.malformedChunk(events: try parameters.events("after") ?? 1))
        },
        FaultKind(
            "slow-body", "the body comes in small pieces",
            [
                Parameter("ms", "N", "the pause before each piece, in milliseconds (100)"),
                Parameter("bytes", "N", "the size of a piece (16)"),
            ]
        ) { (parameters) throws(FaultRuleError) in
            .carriage(
                .slowBody(
                    bytes: try parameters.integer("bytes", in: 1...1_000_000) ?? 16,
                    pause: try parameters.milliseconds("ms") ?? .milliseconds(100)))
        },
    ]

    /// What says where in a stream a fault of content strikes.
    static let places = [
        Parameter("after", "N", "strike after so many events (1)"),
        Parameter("event", "NAME", "or at the first event of this type, such as messageStop"),
    ]

    private static let contents = [
        FaultKind(
            "exception", "an exception comes inside the stream and ends it", scope: .streams,
            [Parameter("type", "NAME", "an exception of ConverseStream (modelStreamErrorException)")] + places
        ) { (parameters) throws(FaultRuleError) in
            .content(.exception(try parameters.choice("type") ?? .modelStreamError), try parameters.place())
        },
        FaultKind(
            "error-frame", "an error frame, which is not an exception, ends the stream",
            scope: .streams, [Parameter("code", "NAME", "its :error-code (InternalFailure)")] + places
        ) { (parameters) throws(FaultRuleError) in
            .content(.errorFrame(code: try parameters.string("code") ?? "InternalFailure"), try parameters.place())
        },
        content("bad-prelude-crc", "the checksum of a frame's lengths is wrong", .preludeChecksum),
        content("bad-message-crc", "the checksum of a frame is wrong", .messageChecksum),
        FaultKind(
            "oversize-length", "a frame announces more bytes than the protocol allows", scope: .streams,
            [Parameter("length", "N", "how many (33554432)")] + places
        ) { (parameters) throws(FaultRuleError) in
            let length = try parameters.integer("length", in: 16...Int(UInt32.max)) ?? 32 << 20
            return .content(.oversizeLength(length), try parameters.place())
        },
        content("cut-frame", "a frame stops in its middle, and the stream ends", .cutFrame),
        FaultKind(
            "garbage", "random bytes stand between two frames", scope: .streams,
            [Parameter("bytes", "N", "how many (32)")] + places
        ) { (parameters) throws(FaultRuleError) in
            .content(
                .garbage(bytes: try parameters.integer("bytes", in: 1...1_000_000) ?? 32), try parameters.place())
        },
        content("invalid-utf8", "a string in the JSON is not UTF-8", scope: .all, .invalidUTF8),
        content("invalid-json", "the JSON stops before its end", scope: .all, .invalidJSON),
        content("duplicate-event", "an event comes twice", .duplicateEvent),
        content("missing-event", "an event is left out", .missingEvent),
    ]

    private static func content(
        _ name: String, _ summary: String, scope: Scope = .streams, _ fault: ContentFault
    ) -> FaultKind {
        FaultKind(name, summary, scope: scope, places) { (parameters) throws(FaultRuleError) in
            .content(fault, try parameters.place())
        }
    }
}
