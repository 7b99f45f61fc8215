import SigV4
import Synchronization
import Testing
import WireText

@testable import SignatureForensics

/// What a search costs is bounded by its budget, whatever the request is long with, and it can be ended at any time.
@Suite("Search budget")
struct SearchBudgetTests {
    /// Something that a request may have more of than anybody needs.
    enum Length: String, CaseIterable, Sendable {
        case body, bodyMembers, escapes, headers, headerValue, namesOnly, parameters, path, repeatedParameters, slashes

        func request(_ count: Int) -> SignableRequest {
            var target = "/model/m/converse"
            var headers = [HeaderField("Host", "localhost"), HeaderField("X-Amz-Date", "20260102T030405Z")]
            var names = ["host", "x-amz-date"]
            var body = #"{"messages":[]}"#
            switch self {
            case .body: body = #"{"text":"\#(String(repeating: "\u{e9}", count: count))"}"#
            case .bodyMembers: body = "{" + (0..<(count / 8)).map { "\"\($0)\":1.0" }.joined(separator: ",") + "}"
            case .escapes: target = "/" + String(repeating: "%3A", count: count / 3)
            case .headers:
                headers += (0..<(count / 8)).map { HeaderField("x-\($0)", "a") }
                names += headers.dropFirst(2).map(\.name)
            case .headerValue:
                headers.append(HeaderField("x-long", String(repeating: "a, ", count: count / 3)))
                names.append("x-long")
            case .namesOnly: names += (0..<(count / 6)).map { "x-\($0)" }
            case .parameters: target += "?" + (0..<(count / 8)).map { "p\($0)=%20" }.joined(separator: "&")
            case .path: target = "/" + String(repeating: "a", count: count)
            case .repeatedParameters: target += "?" + String(repeating: "a&", count: count / 2)
            case .slashes: target = String(repeating: "/a", count: count / 2)
            }
            headers.append(
                HeaderField(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260102/us-east-1/bedrock/aws4_request, "
                        + "SignedHeaders=\(names.joined(separator: ";")), "
                        + "Signature=\(String(repeating: "ab", count: 32))"))
            return SignableRequest(
                method: "POST", target: target, headers: headers, payload: .bytes(Array(body.utf8)))
        }

        func forensicCase(_ count: Int) -> ForensicCase {
            ForensicCase(
                request: request(count),
                credentials: [
                    SigningCredentials(
                        accessKeyID: "AKIAIOSFODNN7EXAMPLE",
                        secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
                ])
        }
    }

    @Test(arguments: Length.allCases)
    func aLongRequestCostsNoMoreThanTheBudget(length: Length) {
        let bytes = 3_000_000
        let report = SignatureExaminer(limits: SearchBudget(bytes: bytes)).examine(length.forensicCase(6_000))
        // The step that used the budget up is done to its end: one text of each kind.
        #expect(report.bytesTried < bytes + 1_000_000)
        #expect(report.reproduction == .unfinished)
        #expect(report.findings.contains { $0.summary.contains("before it had tried all") } || length == .namesOnly)
    }

    @Test(arguments: Length.allCases)
    func hypothesesDoNotGrowWithTheLength(length: Length) throws {
        func count(_ size: Int) throws -> Int {
            let forensicCase = length.forensicCase(size)
            let request = try #require(forensicCase.request)
            let claim = try #require(ClaimedSignature(request))
            let meter = SearchMeter(SearchBudget())
            let facts = RequestFacts(request, claim, forensicCase, meter)
            let owner = forensicCase.credentials.first
            let model = SignerModel(request, claim, secret: owner?.secretAccessKey)
            return KnownMistakes.all(model, facts, claim, forensicCase, owner: owner, meter).count
        }
        #expect(try count(4_000) <= count(1_000) + 64)
    }

    @Test func aSearchEndsWhenNobodyWaitsForIt() {
        let asked = Mutex(0)
        let report = SignatureExaminer().examine(Length.path.forensicCase(200)) {
            asked.withLock { asked in
                asked += 1
                return asked > 20
            }
        }
        #expect(report.reproduction == .unfinished)
        #expect(asked.withLock { $0 } < 60)
        #expect(report.hypothesesTried < SignatureExaminer.usualBudget)
    }

    @Test func anOrdinaryRequestIsSearchedWithoutLookingAtBytes() {
        // With the usual number of signatures, bytes are what long requests run out of.
        let report = SignatureExaminer(limits: SearchBudget(signatures: 20_000)).examine(Length.path.forensicCase(40))
        #expect(report.reproduction == .failed)
        let share = report.bytesTried / report.hypothesesTried
        #expect(share * SignatureExaminer.usualBudget < SearchBudget().bytes)
    }
}
