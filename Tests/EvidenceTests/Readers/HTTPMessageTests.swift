import Testing

@testable import Evidence

@Suite struct HTTPMessageTests {
    private func exchanges(_ text: String) throws -> [ObservedExchange] {
        try ReadInput(Array(text.utf8), name: "x").exchanges
    }

    private let request = """
        POST /model/amazon.nova-micro-v1%3A0/converse HTTP/1.1
        Host: bedrock-runtime.eu-west-1.amazonaws.com
        Content-Type: application/json
        Content-Length: 15

        {"messages":[]}
        """

    private let response = """
        HTTP/1.1 403 Forbidden
        x-amzn-ErrorType: ExpiredTokenException:http://internal.amazon.com/coral/com.amazon.coral.service/
        Content-Length: 71

        {"message":"The security token included in the request is expired"}
        """

    @Test(arguments: ["\n", "\r\n"])
    func `a request and its answer are one exchange`(lineEnd: String) throws {
        let text = (request + "\n" + response).split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: lineEnd)
        let found = try exchanges(text)
        #expect(found.count == 1)
        let exchange = try #require(found.first)
        #expect(exchange.request?.body == .whole(Array(#"{"messages":[]}"#.utf8)))
        #expect(exchange.request?.header("HOST") == "bedrock-runtime.eu-west-1.amazonaws.com")
        #expect(exchange.response?.status == 403)
        let body = String(decoding: exchange.response?.body ?? [], as: UTF8.self)
        #expect(body.hasSuffix("expired\"}"))
        #expect(exchange.response?.header("x-amzn-errortype")?.hasPrefix("ExpiredTokenException") == true)
    }

    @Test func `an answer that a report shows above its request is joined with it`() throws {
        let found = try exchanges(
            "It is refused with this:\n```\n\(response)\n```\nand I send this:\n```\n\(request)\n```\nWhy?")
        #expect(found.count == 1)
        #expect(found.first?.response?.status == 403)
        #expect(found.first?.request?.body == .whole(Array(#"{"messages":[]}"#.utf8)))
    }

    @Test(arguments: [
        // In a log the next call stands below an answer.
        "", "\n2026-11-24 20:26:44 INFO sending the next request\n", "\nThe same call works with the other client:\n\n",
    ])
    func `an answer is not joined with another call's request below it`(between: String) throws {
        #expect(try exchanges(response + "\n" + between + request).count == 2)
    }

    @Test func `a body ends with the fence around it`() throws {
        let pretty = request.replacing("Content-Length: 15\n", with: "")
        let found = try exchanges("I send this:\n```\n\(pretty)\n```\nIt is refused, and I do not know why.")
        #expect(found.first?.request?.body == .whole(Array(#"{"messages":[]}"#.utf8)))
    }

    @Test func `several exchanges are told apart`() throws {
        let ok = "HTTP/1.1 200 OK\ncontent-type: application/json\n\n{}\n"
        let found = try exchanges([request, ok, request, response].joined(separator: "\n"))
        #expect(found.map(\.response?.status) == [200, 403])
        #expect(found.map(\.succeeded) == [true, false])
    }

    @Test func `a body of another length than was sent is not taken for the one that was signed`() throws {
        let pretty = request.replacing("{\"messages\":[]}", with: "{ \"messages\": [ ] }")
        #expect(try exchanges(pretty).first?.request?.body == .unknown)
    }

    @Test func `chunks are joined`() throws {
        let text = "HTTP/1.1 400 Bad Request\nTransfer-Encoding: chunked\n\n9\n{\"message\n6\n\":\"a\"}\n0\n\n"
        #expect(try exchanges(text).first?.response?.body == Array(#"{"message":"a"}"#.utf8))
    }

    @Test func `a whole URL, folded headers and a lost empty line are read`() throws {
        let text = """
            POST https://bedrock-runtime.us-west-2.amazonaws.com/model/x.y/converse?a=b HTTP/2
            x-note: one
              two

            HTTP/2 404
            x-amzn-requestid: 1
            {"message":"Model not found"}
            """
        let exchange = try #require(try exchanges(text).first)
        #expect(exchange.request?.target == Array("/model/x.y/converse?a=b".utf8))
        #expect(exchange.request?.host == "bedrock-runtime.us-west-2.amazonaws.com")
        #expect(exchange.request?.header("x-note") == "one two")
        #expect(exchange.response?.body == Array(#"{"message":"Model not found"}"#.utf8))
    }

    @Test func `every cut of an exchange is read without a crash`() throws {
        let text = Array((request + "\n" + response).utf8)
        for length in 1...text.count {
            let input = try? ReadInput(Array(text[..<length]), name: "x")
            #expect((input?.exchanges.count ?? 1) == 1)
        }
    }
}
