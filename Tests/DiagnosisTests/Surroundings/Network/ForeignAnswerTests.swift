import Catalog
import Codes
import Diagnosis
import Evidence
import JSONText
import NetworkTerms
import Report
import Testing
import WireText

/// Answers that are not Bedrock's, and what is said of them.
struct ForeignAnswerTests {
    private static let page = Array(
        "<!DOCTYPE html>\n<HTML><head><TITLE lang=en>\n Access  blocked </title></head></html>".utf8)

    private func finding(
        _ status: Int = 403, _ headers: [(String, String)] = [("Server", "squid/6.1"), ("Content-Type", "text/html")],
        body: [UInt8] = page, host: String = "bedrock-runtime.us-east-1.amazonaws.com"
    ) -> Finding? {
        ForeignAnswer(status: status, headers: headers.map { .init($0.0, $0.1) }, body: body).map { answer in
            NetworkCheck.finding(
                NetworkFacts(outcome: .foreign(answer), host: host, port: 443, region: "us-east-1", durationMs: 1))
        }
    }

    @Test(arguments: ["x-amzn-RequestId", "X-AMZN-REQUESTID", "x-amzn-ErrorType"])
    func `an answer with AWS's marks is none`(header: String) {
        #expect(finding(403, [(header, "x")]) == nil)
    }

    @Test func `a page is told by server, content type and title`() throws {
        let found = try #require(finding())
        #expect(found.code == .answerNotFromService && found.status == .fail && found.check == .network)
        #expect(found.title.contains("This is not Bedrock: squid/6.1"))
        #expect(found.evidence["title"] == "Access blocked")
        #expect(found.evidence["contentType"] == "text/html")
        #expect(found.evidence["httpStatus"] == 403)
        for word in ["403", "squid/6.1", "text/html", "Access blocked"] { #expect(found.detail.contains(word)) }
        #expect(found.remedies.allSatisfy { $0.command?.hasPrefix("doctor check") != true })
    }

    @Test func `it is certain where the name is AWS's, and likely where a gateway may stand`() {
        #expect(finding()?.confidence == .certain)
        #expect(finding(host: "gateway.example.com")?.confidence == .likely)
        // A load balancer of AWS's own may fail without a mark.
        #expect(finding(503)?.confidence == .likely)
    }

    @Test(arguments: ["", "<title>", "<title", "</title><title>", "<title></title>", "<title>\u{1B}[2J</title>"])
    func `a broken title does no harm`(body: String) throws {
        let found = try #require(finding(404, [], body: Array(body.utf8)))
        #expect(found.evidence["title"] == nil || found.evidence["title"] == "\\u{1B}[2J")
        #expect(!found.detail.contains("\u{1B}"))
    }

    @Test func `a host that a shell would read otherwise is not put into a command`() throws {
        let found = try #require(finding(host: "x;touch /tmp/y\u{7}"))
        #expect(found.remedies.allSatisfy { $0.command == nil })
    }

    @Test(
        arguments: [
            (404, "", ForeignAnswer.code), (404, "404 page not found", ForeignAnswer.code),
            (404, #"{"detail":"Not Found"}"#, ForeignAnswer.code), (302, "", ForeignAnswer.code),
            (200, "<html>login</html>", ForeignAnswer.code), (200, #"{"ok":true}"#, ForeignAnswer.code),
            (403, "<html>blocked</html>", ForeignAnswer.code),
            (400, #"{"message":"The provided model identifier is invalid."}"#, .modelIDInvalid),
            (429, #"{"message":"Too many requests"}"#, .throttled),
        ] as [(Int, String, FindingCode)])
    func `a probe that is answered so has the code, unless the words are Bedrock's`(
        status: Int, body: String, code: FindingCode
    ) {
        var plan = ProbePlan(
            ProbeSubject(
                model: "amazon.no-such-model-v9:0", region: "us-east-1", origin: .named, scope: .singleRegion),
            kind: .converse, today: CalendarDay(unixSeconds: 1_795_341_600))
        _ = plan.start()
        let step = plan.receive(.answered(ProbeOutcome.Answer(status: status, headers: [], body: Array(body.utf8))))
        guard case .verdict(let cell) = step else {
            Issue.record("another probe was wanted")
            return
        }
        #expect(cell.code == code)
    }

    @Test(arguments: [nil, "http://127.0.0.1:8080"])
    func `the next step goes to the endpoint that was asked`(endpoint: String?) {
        var subject = ProbeSubject(
            model: "amazon.nova-micro-v1:0", region: "eu-west-1", origin: .named, scope: .singleRegion)
        subject.endpoint = endpoint
        var plan = ProbePlan(subject, kind: .converse, today: CalendarDay(unixSeconds: 1_795_341_600))
        _ = plan.start()
        guard case .verdict(let cell) = plan.receive(.failed(.connectFailed, message: "refused")) else {
            Issue.record("another probe was wanted")
            return
        }
        let command = cell.remedies.compactMap(\.command).first { $0.hasPrefix("curl") }
        #expect(command?.contains(endpoint ?? "https://bedrock-runtime.eu-west-1.amazonaws.com/") == true)
    }

    @Test func `behind a gateway that answers by itself the network is well`() throws {
        let passed = NetworkCheck.behindGateway(try #require(finding(404, host: "gateway.example.com")))
        #expect(passed.status == .pass && passed.code == .networkReachable && passed.remedies.isEmpty)
        let other = NetworkCheck.finding(
            NetworkFacts(outcome: .failed(.tlsFailed), host: "h", port: 1, region: "r", durationMs: 1))
        #expect(NetworkCheck.behindGateway(other) == other)
    }
}
