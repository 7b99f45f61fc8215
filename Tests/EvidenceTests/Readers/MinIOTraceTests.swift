import Testing
import WireText

@testable import Evidence

@Suite struct MinIOTraceTests {
    private func exchanges(_ text: String) throws -> [ObservedExchange] {
        try ReadInput(Array(text.utf8), name: "trace").exchanges
    }

    private let trace = """
        [REQUEST objectAPIHandlers.GetObjectHandler-fm] [155972871.067774] [2026-06-05 09:58:30 +0000]
        GET /bucket/a.pdf?versionId=1
        Host: files.example.com
        X-Forwarded-For: 10.0.0.4
        X-Amz-Date: 20260605T095830Z

        <BODY>

        [RESPONSE] [155972871.067774] [2026-06-05 09:58:30 +0000]
        403 Forbidden
        Server: MinIO
        Content-Type: application/xml

        <Error><Code>SignatureDoesNotMatch</Code></Error>
        """

    @Test func `a trace shows requests without a version and answers without HTTP`() throws {
        let found = try exchanges(trace)
        #expect(found.count == 1)
        let exchange = try #require(found.first)
        #expect(exchange.request?.method == "GET")
        #expect(exchange.request?.target == Array("/bucket/a.pdf?versionId=1".utf8))
        #expect(exchange.request?.header("host") == "files.example.com")
        #expect(exchange.response?.status == 403)
        #expect(exchange.response?.header("server") == "MinIO")
        #expect(exchange.response?.body == Array("<Error><Code>SignatureDoesNotMatch</Code></Error>".utf8))
    }

    @Test func `the node's name before each line is none of it`() throws {
        let lines = trace.split(separator: "\n", omittingEmptySubsequences: false).map { "127.0.0.1:9000 \($0)" }
        let named = lines.joined(separator: "\n").replacing(
            "X-Forwarded-For", with: "Proto: HTTP/1.1\n127.0.0.1:9000 X-Forwarded-For")
        let exchange = try #require(try exchanges(named).first)
        let names = try #require(exchange.request).headers.map(\.name)
        #expect(names == ["Host", "X-Forwarded-For", "X-Amz-Date"])
        #expect(exchange.response?.status == 403)
        let body = try #require(exchange.response).body
        #expect(String(decoding: body, as: UTF8.self).hasPrefix("<Error>"))
    }

    @Test func `each request is a call of its own`() throws {
        let found = try exchanges(trace + "\n\n" + trace.replacing("403 Forbidden", with: "200 OK"))
        #expect(found.map(\.response?.status) == [403, 200])
    }

    @Test(arguments: ["[REQUEST x]", "[REQUEST x]\nno request", "[RESPONSE]\nno status", "[RESPONSE]"])
    func `what only looks like a trace is left to others`(text: String) throws {
        #expect(try exchanges(text).allSatisfy { $0.request == nil && $0.response == nil })
    }
}
