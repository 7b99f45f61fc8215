import JSONText
import MockBedrock
import SigV4
import TestSupport
import Testing
import WireText

/// What arrives is judged as it arrived: byte for byte, request by request.
@Suite(.live, .timeLimit(.minutes(10)))
struct WireTests {
    @Test func `a signed request is answered`() async throws {
        try await TestServer.with { (test) async throws in
            let answer = try await test.send(TestRequest())
            #expect(answer.status == 200)
            #expect(answer["Date"] == "Sun, 22 Nov 2026 10:00:00 GMT")
            #expect(answer["Content-Type"] == "application/json")
            #expect(answer["x-amzn-RequestId"]?.count == 36)
            #expect(answer["x-amzn-ErrorType"] == nil)
            #expect(answer.json?["stopReason"] == "max_tokens")
            #expect(answer.json?["usage"]?["outputTokens"] == 1)
        }
    }

    @Test func `pipelined requests are answered in order on one connection`() async throws {
        try await TestServer.with { (test) async throws in
            let first = try TestRequest().wire()
            let second = try TestRequest.get("/foundation-models/amazon.nova-micro-v1:0").wire()
            let third = try TestRequest { $0.secretAccessKey = "wrong" }.wire(framing: .chunked)
            try await RawConnection.with(port: test.port) { (connection) async throws in
                try await connection.send(first + second + third + second + first)
                #expect(try await connection.answer().json?["stopReason"] != nil)
                #expect(try await connection.answer().json?["modelDetails"] != nil)
                #expect(try await connection.answer().errorType == "InvalidSignatureException")
                #expect(try await connection.answer().json?["modelDetails"] != nil)
                #expect(try await connection.answer().json?["stopReason"] != nil)
            }
            #expect(test.server.summary().connections == 1)
            #expect(test.log.all.map(\.number) == [1, 2, 3, 4, 5])
        }
    }

    @Test func `pipelined requests may be cut anywhere`() async throws {
        try await TestServer.with { (test) async throws in
            let bytes = try TestRequest().wire() + TestRequest().wire(framing: .chunked)
            for size in [1, 7, 64, 301] {
                try await RawConnection.with(port: test.port) { (connection) async throws in
                    var rest = bytes[...]
                    while !rest.isEmpty {
                        try await connection.send(Array(rest.prefix(size)))
                        rest = rest.dropFirst(size)
                    }
                    #expect(try await connection.answer().status == 200, "in pieces of \(size)")
                    #expect(try await connection.answer().status == 200, "in pieces of \(size)")
                }
            }
        }
    }

    @Test func `a chunked body is hashed without its chunks`() async throws {
        try await TestServer.with { (test) async throws in
            #expect(try await test.send(TestRequest(), framing: .chunked).status == 200)
        }
    }

    @Test(arguments: [
        "/model/amazon.nova-micro-v1:0/converse", "/model/amazon.nova-micro-v1%3A0/converse",
        "/model/amazon.nova-micro-v1%3a0/converse", "/model//amazon.nova-micro-v1:0/./converse",
        "/prefix/bedrock/model/amazon.nova-micro-v1:0/converse", "/model/amazon%2Enova-micro-v1:0/converse",
        "/model/arn:aws:bedrock:us-east-1::foundation-model%2Famazon.nova-micro-v1:0/converse",
        "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fus.amazon.nova-micro-v1%3A0/converse",
    ])
    func `each wire form of a model id is verified as sent and understood`(target: String) async throws {
        try await TestServer.with { (test) async throws in
            let answer = try await test.send(TestRequest { $0.target = target })
            #expect(answer.status == 200, "\(answer.message ?? "")")
        }
    }

    @Test func `raw UTF-8 in a target is verified as sent`() async throws {
        try await TestServer.with { (test) async throws in
            let answer = try await test.send(TestRequest { $0.target = "/model/modèle-é/converse" })
            // The signature was right: what is refused is the name.
            #expect(answer.status == 400)
            #expect(answer.message == "The provided model identifier is invalid.")
            #expect(test.log.last?.modelID == "modèle-é")
        }
    }

    @Test func `a slash sent raw inside an ARN is no operation`() async throws {
        try await TestServer.with { (test) async throws in
            let answer = try await test.send(
                TestRequest { $0.target = "/model/arn:aws:bedrock:us-east-1::foundation-model/x.y-v1:0/converse" })
            #expect(answer.status == 404)
            #expect(answer.errorType == "UnknownOperationException")
            #expect(
                String(decoding: answer.body, as: UTF8.self)
                    == #"{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}"#)
        }
    }

    @Test func `signed headers count as sent, whatever their case, spacing, folding and number`() async throws {
        try await TestServer.with { (test) async throws in
            let request = TestRequest {
                $0.headers += [
                    HeaderField("X-Spaced", "one two"), HeaderField("X-Folded", "a b"), HeaderField("X-Twice", "1"),
                    HeaderField("X-Twice", "2"),
                ]
            }
            let bytes = try request.wire { lines in
                lines.map { line in
                    switch line {
                    case "X-Spaced: one two": "x-sPaCed:\t  one    two \t "
                    case "X-Folded: a b": "X-Folded: a\r\n   b"
                    default: line
                    }
                }
            }
            let answer = try await test.exchange(bytes)
            #expect(answer.status == 200, "\(answer.message ?? "")")
        }
    }

    @Test func `the order of repeated headers is part of the signature`() async throws {
        try await TestServer.with { (test) async throws in
            let request = TestRequest {
                $0.headers += [HeaderField("X-Twice", "1"), HeaderField("X-Twice", "2")]
            }
            let bytes = try request.wire { lines in
                lines.map { $0 == "X-Twice: 1" ? "X-Twice: 2" : $0 == "X-Twice: 2" ? "X-Twice: 1" : $0 }
            }
            #expect(try await test.exchange(bytes).errorType == "InvalidSignatureException")
        }
    }

    @Test func `an unsigned header does not count`() async throws {
        try await TestServer.with { (test) async throws in
            let bytes = try TestRequest().wire { $0 + ["User-Agent: proxy", "X-Forwarded-For: 10.0.0.1"] }
            #expect(try await test.exchange(bytes).status == 200)
        }
    }

    @Test func `an expectation is met before the body is sent`() async throws {
        try await TestServer.with { (test) async throws in
            let bytes = try TestRequest().wire { $0 + ["Expect: 100-continue"] }
            let head = bytes.count - TestRequest().body.utf8.count
            try await RawConnection.with(port: test.port) { (connection) async throws in
                try await connection.send(Array(bytes[..<head]))
                #expect(try await connection.answer().status == 100)
                try await connection.send(Array(bytes[head...]))
                #expect(try await connection.answer().status == 200)
            }
        }
    }

    @Test func `another expectation cannot be met`() async throws {
        try await TestServer.with { (test) async throws in
            #expect(try await test.send(TestRequest(), alter: { $0 + ["Expect: miracles"] }).status == 417)
        }
    }

    @Test func `the answer to HEAD is the head of the answer to GET`() async throws {
        try await TestServer.with { (test) async throws in
            let get = try await test.send(.get("/foundation-models"))
            let bytes = try TestRequest.get("/foundation-models") { $0.method = "HEAD" }.wire()
            try await RawConnection.with(port: test.port) { (connection) async throws in
                try await connection.send(bytes + bytes)
                for _ in 0..<2 {
                    let head = try await connection.answer(to: "HEAD")
                    #expect(head.status == 200)
                    #expect(head["Content-Length"] == String(get.body.count))
                }
            }
        }
    }

    @Test func `an HTTP 1.0 client gets its answer and the end of the connection`() async throws {
        try await TestServer.with { (test) async throws in
            let bytes = try TestRequest().wire { lines in
                lines.map { $0.hasSuffix("HTTP/1.1") ? $0.dropLast(3) + "1.0" : $0 }
            }
            try await RawConnection.with(port: test.port) { (connection) async throws in
                try await connection.send(bytes)
                let answer = try await connection.answer()
                #expect(answer.status == 200)
                #expect(answer["Connection"] == "close")
                #expect(try await connection.rest() == [])
            }
        }
    }

    @Test func `a client that closes its sending side still gets its answer`() async throws {
        try await TestServer.with { (test) async throws in
            try await RawConnection.with(port: test.port) { (connection) async throws in
                try await connection.send(try TestRequest().wire())
                connection.finish()
                #expect(try await connection.answer().status == 200)
                #expect(try await connection.rest() == [])
            }
        }
    }

    @Test func `the Date is that of the moment, with the offset`() async throws {
        let clock = SteppingClock()
        try await TestServer.with {
            $0.clock = { clock.next() }
            $0.clockOffsetSeconds = 3600
        } _: { (test) async throws in
            let bytes = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
            let first = try await test.exchange(bytes)
            let second = try await test.exchange(bytes)
            // The clock is read twice for each request: when it is judged and when it is answered.
            #expect(first["Date"] == "Thu, 01 Jan 1970 01:00:02 GMT")
            #expect(second["Date"] == "Thu, 01 Jan 1970 01:00:04 GMT")
        }
    }
}
