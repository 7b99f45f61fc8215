import Testing

@testable import Evidence

/// The automaton that stands before the readers of a log.
@Suite struct LineMarksTests {
    /// Words that begin, end and hold one another, in every text of their letters.
    @Test func findsWhatSearchingForEachWordFinds() {
        let sets = [["ab"], ["aab", "ab"], ["abab", "ba"], ["a"], ["aaa", "bb"], ["abb", "bab", "ba"]]
        var texts = [""]
        for _ in 0..<8 { texts += texts.flatMap { ["\($0)a", "\($0)b", "\($0)c"] }.filter { $0.utf8.count < 8 } }
        for words in sets {
            let marks = LineMarks(words)
            for text in Set(texts) {
                let bytes = ByteText(Array(text.utf8))
                #expect(marks.isIn(bytes) == words.contains { bytes.contains($0) }, "\(words) in \(text)")
            }
        }
    }

    /// A reader that finds something at a line that the automaton passes over would never be asked.
    @Test(arguments: [
        "POST /model/a/converse HTTP/1.1\nHost: a\n\n{}\nHTTP/1.1 403 Forbidden\n\n{}",
        "> POST /model/a/converse HTTP/1.1\n> Host: a\n>\n< HTTP/2 403\n<\n{}",
        "=> Send header, 2 bytes (0x2)\n0000: GET / HTTP/1.1\n<= Recv header, 24 bytes (0x18)\n0000: HTTP/1.1 403 Forbidden",
        "x Making request for OperationModel(name=Converse) with params: {'method': 'POST', 'url': 'https://a/b'}",
        "x Response headers: {'a': 'b'}\nx Response body:\nb'{}'",
        "x https://a:443 \"POST /model/a/converse HTTP/1.1\" 403 12",
        "x http-outgoing-0 >> \"POST / HTTP/1.1[\\r][\\n]\"",
        "{\n  method: 'POST', headers: { host: 'a' }, path: '/b'\n}",
        "x Request { method: \"POST\", headers: { \"host\": \"a\" }, uri: \"/b\" }",
        "{\"request\": {\"method\":\"POST\",\"headers\":{\"host\":\"a\"},\"url\":\"/b\"}}",
        "Received error response: 403", "  httpStatusCode: 403,",
        "Traceback (most recent call last):\n  File \"a\", line 1\nbotocore.eventstream.ChecksumMismatch: Checksum",
        "curl: (6) Could not resolve host: a", "An error occurred (X) when calling the Converse operation: y",
        "operation error Bedrock Runtime: Converse, https response error", "com.example.SomeFault: no",
        "canonical request:\nPOST\n/model/a/converse\n\nhost:a\n\nhost\n\(String(repeating: "a", count: 64))",
        "AWS4-HMAC-SHA256\n20260131T120000Z\n20260131/us-east-1/bedrock/aws4_request\n\(String(repeating: "a", count: 64))",
        "Signature: \(String(repeating: "a", count: 64))",
    ])
    func everyReaderIsAsked(_ text: String) throws {
        var cursor = LogCursor(try InputText(InputContent(Array(text.utf8)), name: "x"))
        var found = 0
        while !cursor.isAtEnd {
            for reader in LogInput.readers {
                var copy = cursor
                guard let events = reader.read(&copy), !events.isEmpty else { continue }
                found += 1
                #expect(
                    LogInput.mayConcernCall(cursor.line, before: cursor.peek(-1)), "\(reader) at \(cursor.line.text)")
            }
            cursor.advance()
        }
        #expect(found > 0)
    }
}
