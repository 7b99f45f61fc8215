import Conformance
import Report
import Synchronization
import Testing

@Suite("Vector runner")
struct VectorRunnerTests {
    private func results(_ piece: String? = nil, _ other: String = "") throws -> [CaseResult] {
        let file =
            piece.map { ExampleVectors.changed($0, to: other) } ?? ExampleVectors.file(ExampleVectors.text)
        return VectorRunner.still.run(try VectorSet([file], from: "test"))
    }

    @Test func theExamplePasses() throws {
        #expect(try results().failures == [])
    }

    @Test func theFirstWrongStageIsNamedWithItsLineAndACaret() throws {
        let result = try results("\"/a%3Ab\"", "\"/a:b\"")[0]
        #expect(result.status == .fail)
        #expect(result.stage == "canonical-request")
        #expect(
            result.message == """
                the path differs at byte 2
                  expected /a:b
                  found    /a%3Ab
                             ^
                  about: A colon.
                """)
    }

    @Test(
        arguments: [
            ("\"host:example.com\"", "\"host:example.org\"", "canonical-request", "header host"),
            ("\"host;x-amz-date\"", "\"host\"", "canonical-request", "signed headers"),
            ("e3b0c442", "e3b0c443", "canonical-request", "payload hash"),
            ("\"20260102T030405Z\", \"20260102/us", "\"20260102T030406Z\", \"20260102/us", "string-to-sign", "date"),
            ("\"20260102/us-east-1", "\"20260102/us-east-2", "string-to-sign", "credential scope"),
            ("\"signature\": \"", "\"signature\": \"0", "signature", "expected 0"),
            ("SignedHeaders=host;", "SignedHeaders=hosts;", "authorization", "hosts;"),
        ])
    func everyStageIsCompared(piece: String, other: String, stage: String, detail: String) throws {
        let result = try results(piece, other)[0]
        #expect(result.stage == stage)
        #expect(result.message?.contains(detail) == true, "\(result.message ?? "")")
    }

    @Test func anotherReasonThanExpectedFails() throws {
        let result = try results("\"missing-authorization\"", "\"mismatch\"")[1]
        #expect(result.stage == "refusal")
        #expect(result.message?.contains("expected the refusal mismatch, found missing-authorization") == true)
    }

    @Test func aRefusalWhereAcceptanceIsExpectedFails() throws {
        let accepted = ExampleVectors.text
            .replacing("\"result\": \"invalid\"", with: "\"result\": \"valid\"")
            .replacing(",\n       \"expected\": {\"refusal\": \"missing-authorization\"}", with: "")
        let set = try VectorSet([ExampleVectors.file(accepted)], from: "test")
        let result = VectorRunner.still.run(set)[1]
        #expect(result.status == .fail)
        #expect(result.message?.contains("expected the request to be accepted") == true)
    }

    @Test func theStopwatchIsReadAroundEachCase() throws {
        let ticks = Mutex(0)
        let runner = VectorRunner {
            ticks.withLock { count in
                count += 1
                return .milliseconds(count * count)
            }
        }
        let set = try VectorSet([ExampleVectors.file(ExampleVectors.text)], from: "test")
        // 4 - 1 and 16 - 9.
        #expect(runner.run(set).map(\.durationMs) == [3, 7])
    }

    @Test func aSessionTokenDoesNotAppearInAMessage() throws {
        let token = "FwoGSECRETTOKEN"
        let text = ExampleVectors.text.replacing(
            "\"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY\"}",
            with: "\"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY\", \"sessionToken\": \"\(token)\"}")
        // The expected canonical request has no token: the runner must say so without showing it.
        let result = VectorRunner.still.run(try VectorSet([ExampleVectors.file(text)], from: "test"))[0]
        #expect(result.stage == "canonical-request")
        #expect(result.message?.contains("x-amz-security-token:***") == true, "\(result.message ?? "")")
        #expect(result.message?.contains(token) == false)
    }
}
