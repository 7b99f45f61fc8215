import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// What a server of ours says of what is no request is its own word: none of Bedrock's causes, and nothing for AWS.
@Suite struct ServerRefusalTests {
    /// Each sentence as a whole, as the server says it.
    private static let sentences: [(String, FindingCode)] = ServerSentence.all.map { sentence in
        (sentence == .notText ? "The field x-a \(sentence.opening)." : "\(sentence.opening).", sentence.code)
    }

    @Test(arguments: sentences)
    func `each has its own finding, in an answer, a log and by itself`(sentence: String, code: FindingCode) throws {
        for text in [
            sentence, #"{"message":"\#(sentence)"}"#,
            "< HTTP/1.1 400 Bad Request\n< x-amzn-RequestId: 4af9476a-1a4c-4d1e-aa03-3002d834186a\n\n{\"message\":\"\(sentence)\"}",
            "- - -> 400 malformed finding \(code): \(sentence)",
        ] {
            let finding = try firstFinding(text)
            #expect(finding.code == code, "\(text)")
            #expect(finding.confidence == .certain && finding.where == .client && finding.status == .fail)
            let words = remedyText(finding)
            for never in ["AWS Support", "4af9476a", "AWS_CA_BUNDLE", "whole check"] {
                #expect(!words.contains(never), "\(words)")
            }
        }
    }

    @Test(arguments: [
        ("host has another value than :authority (RFC 9113, section 8.3.1)", ":authority"),
        ("the field name X-Foo has capitals (RFC 9113, section 8.2)", "small letters"),
        ("the field connection belongs to a connection of HTTP/1.1 (RFC 9113, section 8.2.2)", "Leave the field out"),
        ("the field te has another value than trailers (RFC 9113, section 8.2.2)", "trailers"),
        ("content-length says 3, and 56 bytes of a body came (RFC 9113, section 8.1.1)", "content-length"),
        ("it has no :path (RFC 9113, section 8.3.1)", ":path"),
    ])
    func `a malformed request in HTTP/2 is told by its reason`(reason: String, advice: String) throws {
        let finding = try firstFinding(#"{"message":"The request in HTTP/2 is malformed: \#(reason)."}"#)
        #expect(finding.code == .mockHTTP2Malformed)
        #expect(finding.detail.contains(reason))
        #expect(firstRemedy(finding).contains(advice), "\(firstRemedy(finding))")
    }

    @Test func `different reasons are different failures`() {
        let reasons = ["it has no :path", "it has no :scheme", "it has no :path"]
        let exchanges = reasons.enumerated().map { place, reason in
            ObservedExchange(
                line: place + 1, request: nil,
                response: ObservedResponse(
                    status: 400, headers: [],
                    body: Array(#"{"message":"The request in HTTP/2 is malformed: \#(reason)."}"#.utf8)),
                message: nil)
        }
        let findings = Explanation(
            ReadInput(name: "requests", kind: .servedRequests, exchanges: exchanges), context: ExplainContext()
        ).findings
        #expect(findings.map { $0.call?.occurrences } == [2, 1])
        #expect(findings.map { $0.detail.contains(":path") } == [true, false])
    }

    @Test(arguments: [
        "urllib3.exceptions.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1000)",
        "does the mock speak plain HTTP, or do I have to use TLS with it?",
        #"{"message":"The request body is too large for this gateway."}"#,
        "ValidationException: The request is malformed",
    ])
    func `what others say is none of them`(text: String) throws {
        let own = Set(ServerSentence.all.map(\.code))
        #expect(!own.contains(try firstFinding(text).code))
    }
}
