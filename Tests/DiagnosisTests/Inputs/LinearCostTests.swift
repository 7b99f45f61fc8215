import Codes
import JSONText
import Report
import SigV4
import Testing
import WireText

@testable import Diagnosis
@testable import Evidence

/// What reading costs, in counts: nothing may grow faster than the input.
@Suite struct LinearCostTests {
    @Test(arguments: ["", "a", "a\n", "\n", "\n\n", "a\r\nb", "a\r\r\n\r\nb\r", "\r\n", "a\nb\n\nc"])
    func `lines are cut at line feeds`(text: String) {
        var expected = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            var line = Array(line)
            while line.last == 0x0D { line.removeLast() }
            return line
        }
        if text.isEmpty || text.hasSuffix("\n") || text.hasSuffix("\r\n") { expected.removeLast() }
        let lines = InputLines(Array(text.utf8))
        #expect(lines.map { Array($0.bytes) } == expected)
        #expect(lines.map(\.number) == Array(1..<(expected.count + 1)))
    }

    /// Objects that never close and hold no message: each is read to the end of the input, if nothing stops it.
    @Test(arguments: ["Request {\n a: 1,\n", "{\n \"method\": [1],\n \"x\": {\n", "\"response\": {\"a\": \"b\",\n"])
    func `objects that lead nowhere are not read again from each of their lines`(piece: String) {
        let text = String(repeating: piece, count: 3_000)
        var cursor = LogCursor(InputText(message: Array(text.utf8)))
        while !cursor.isAtEnd {
            let place = cursor.index
            if PrintedRequestReader.read(&cursor) == nil || cursor.index == place { cursor.advance() }
        }
        #expect(cursor.wasted <= 6 * text.utf8.count + (1 << 17))
    }

    /// Commands that never end and sign nothing, and methods that no canonical request follows.
    @Test(arguments: ["curl -H 'a: b' \\\n", "POST\n/\n", "canonical\nPOST\n"])
    func `what looks ahead in vain does not do so at every line`(piece: String) {
        let text = String(repeating: piece, count: 20_000)
        var cursor = LogCursor(InputText(message: Array(text.utf8)))
        var read = 0
        while !cursor.isAtEnd {
            let before = cursor.wasted
            #expect(CurlCommandReader.read(&cursor) == nil)
            #expect(CanonicalRequestReader.read(&cursor) == nil)
            read += cursor.wasted - before
            cursor.advance()
        }
        #expect(read <= 6 * text.utf8.count + (1 << 17))
    }

    @Test func `all messages of one long line are read`() {
        let text = String(repeating: #"Response { statusCode: 403, headers: {}, body: "x" } "#, count: 3_000)
        var cursor = LogCursor(InputText(message: Array(text.utf8)))
        #expect(PrintedRequestReader.read(&cursor)?.count == 3_000)
        #expect(cursor.isAtEnd)
    }

    @Test(arguments: [100, 400])
    func `calls that look alike are examined once`(count: Int) {
        let exchanges = (0..<count).map { index in
            ObservedExchange(
                line: index + 1,
                request: ObservedRequest(
                    method: "POST", target: Array("/model/amazon.nova-micro-v1:0/converse".utf8),
                    headers: [
                        HeaderField("Host", "bedrock-runtime.us-east-1.amazonaws.com"),
                        HeaderField("X-Amz-Date", "20260101T\(100_000 + index)Z"),
                    ]),
                response: ObservedResponse(
                    status: 429, headers: [HeaderField("x-amzn-ErrorType", "ThrottlingException")],
                    body: Array("{\"message\":\"Too many requests, please wait before trying again.\"}".utf8)))
        }
        var examined = 0
        let all = Explanation.diagnosed(exchanges, ExplainContext()) { examined = $0 }
        #expect(examined == Explanation.wholeLimit)
        #expect(all.map(\.0) == Array(0..<count))
        #expect(all.map(\.1.exchange.line) == (1...count).map(Optional.some))
        let input = ReadInput(name: "log", kind: .httpExchange, exchanges: exchanges)
        let findings = Explanation(input, context: ExplainContext()).findings
        #expect(findings.map(\.code) == [.throttled])
        #expect(findings.first?.evidence["occurrences"]?.numberValue?.int64 == Int64(count))
    }

    @Test func `a call that looks different is examined however many others there are`() {
        var exchanges = (0..<300).map { _ in ObservedExchange(message: "ThrottlingException: Too many requests") }
        exchanges[3].message = "ExpiredTokenException: The security token included in the request is expired"
        let input = ReadInput(name: "log", kind: .errorText, exchanges: exchanges)
        #expect(Explanation(input, context: ExplainContext()).findings.map(\.code) == [.throttled, .tokenExpired])
    }
}
