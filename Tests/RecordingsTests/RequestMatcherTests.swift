import JSONText
import Recordings
import Testing

@Suite struct RequestMatcherTests {
    private func exchange(_ target: String, _ body: JSONValue, status: Int = 200, method: String = "POST") -> Exchange {
        Exchange(
            request: RecordedRequest(method: method, target: target, body: .json(body)),
            response: RecordedResponse(status: status))
    }

    private func question(_ text: String) -> JSONValue {
        ["messages": [["role": "user", "content": [["text": .string(text)]]]], "inferenceConfig": ["maxTokens": 10]]
    }

    @Test func `model ids are compared decoded and bodies by meaning`() throws {
        var matcher = RequestMatcher([
            exchange("/model/a.b-v1%3A0/converse", question("x")),
            exchange("/model/a.b-v1%3A0/converse-stream", question("x")),
        ])
        let respelt = try JSONValue(
            parsing:
                #"{"inferenceConfig":{"maxTokens":1e1},"messages":[{"content":[{"text":"\u0078"}],"role":"user"}]}"#)
        #expect(matcher.match(method: "POST", target: "/gateway/model/a.b-v1:0/converse", body: respelt) == .found(0))
        #expect(matcher.unused() == [1])
        #expect(matcher.match(method: "post", target: "/model/a.b-v1:0/converse-stream?q", body: respelt) == .found(1))
        #expect(matcher.unused() == [])
    }

    @Test func `identical requests are answered in recorded order`() {
        let same = (0..<3).map { exchange("/model/m/converse", question("x"), status: 200 + $0) }
        let ask = { (matcher: inout RequestMatcher) in
            matcher.match(method: "POST", target: "/model/m/converse", body: question("x"))
        }
        var once = RequestMatcher(same)
        #expect((0..<3).map { _ in ask(&once) } == [.found(0), .found(1), .found(2)])
        #expect(ask(&once) == .nearMiss(2, []))
        var lastAgain = RequestMatcher(same, repetition: .lastAgain)
        #expect((0..<5).map { _ in ask(&lastAgain) } == [.found(0), .found(1), .found(2), .found(2), .found(2)])
        var fromStart = RequestMatcher(same, repetition: .fromStart)
        #expect((0..<5).map { _ in ask(&fromStart) } == [.found(0), .found(1), .found(2), .found(0), .found(1)])
    }

    @Test func `a near miss is the recorded request with fewest differences`() {
        var matcher = RequestMatcher([
            exchange("/model/m/converse", ["messages": [], "system": [["text": "s"]]]),
            exchange("/model/m/converse", question("Hello")),
            exchange("/model/other/converse", question("hello")),
        ])
        #expect(
            matcher.match(method: "POST", target: "/model/m/converse", body: question("hello"))
                == .nearMiss(
                    1,
                    [
                        JSONDifference(
                            path: "$.messages[0].content[0].text", kind: .different, expected: #""Hello""#,
                            found: #""hello""#)
                    ]))
        #expect(
            matcher.match(method: "POST", target: "/model/third/converse", body: question("hello"))
                == .nearMiss(
                    2,
                    [
                        JSONDifference(
                            path: "target", kind: .different, expected: "/model/other/converse",
                            found: "/model/third/converse")
                    ]))
        #expect(matcher.unused() == [0, 1, 2])
    }

    @Test func `requests are compared without their secrets, and no difference shows one`() {
        let token = "IQoJb3JpZ2luX2VjEXAMPLETOKEN"
        var matcher = RequestMatcher([exchange("/model/m/converse", question("aws_session_token=<redacted>"))])
        let live = question("aws_session_token=\(token)")
        #expect(matcher.match(method: "POST", target: "/model/m/converse", body: live) == .found(0))
        let miss = matcher.match(
            method: "POST", target: "/model/x/converse?X-Amz-Security-Token=\(token)",
            body: question("token: x-amz-security-token=\(token)"))
        guard case .nearMiss(0, let differences) = miss else {
            Issue.record("expected a near miss, found \(miss)")
            return
        }
        #expect(differences.count == 2)
        #expect(!"\(differences)".contains(token))
    }

    static let secrets = [
        "the key AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE", "Bearer abcDEF0123456789abcd",
        "ABSKQmVkcm9ja0FQSUtleS1leGFtcGxlLWF0LTEyMzQ1Njc4OTAxMg==", "x-api-key: k1",
        "X-Amz-Signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    ]

    @Test(arguments: secrets)
    func `a request with a secret matches the recorded one, whether that was redacted or not`(_ secret: String) {
        let redactor = Redactor.standard
        for live in [question(secret), ["messages": [], "sessionToken": .string(secret)], question("none")] {
            for target in ["/model/m/converse", "/other?a=\(secret.filter { $0 != " " })"] {
                let recorded = exchange(target, live)
                for stored in [recorded, redactor.redact(recorded)] {
                    var matcher = RequestMatcher([stored, exchange("/model/m/converse", question("else"))])
                    #expect(matcher.match(method: "POST", target: target, body: live) == .found(0))
                }
            }
        }
    }

    @Test func `bodies that are no JSON, and none, match themselves`() {
        var matcher = RequestMatcher([
            Exchange(
                request: RecordedRequest(method: "GET", target: "/foundation-models?a=1"),
                response: RecordedResponse(status: 200)),
            Exchange(
                request: RecordedRequest(method: "POST", target: "/model/m/converse", body: .text("{")),
                response: RecordedResponse(status: 400)),
        ])
        #expect(matcher.match(method: "GET", target: "/foundation-models?a=2", body: JSONValue?.none) != .found(0))
        #expect(matcher.match(method: "GET", target: "/foundation-models?a=1", body: JSONValue?.none) == .found(0))
        #expect(matcher.match(method: "POST", target: "/model/m/converse", body: .bytes([0x7B])) == .found(1))
        var empty = RequestMatcher([])
        #expect(empty.match(method: "GET", target: "/", body: JSONValue?.none) == RequestMatcher.Match.none)
    }
}
