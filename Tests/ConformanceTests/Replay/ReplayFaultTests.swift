import ConverseAPI
import JSONText
import Recordings
import Report
import SigV4
import TestSupport
import Testing
import WireText

@testable import Conformance

/// A replay must be able to fail: each stage has a recording or an answer that it refuses, and says why.
@Suite(.live, .timeLimit(.minutes(10)))
struct ReplayFaultTests {
    @Test func aRequestThatIsNotConversesNamesTheMember() async throws {
        let request = RecordedRequest(
            method: "POST", target: ReplayExample.target,
            body: .json(["messages": [["role": "user", "content": [["toolUse": ["name": true, "toolUseId": "t"]]]]]]))
        let result = try await ReplayExample.run(Exchange(request: request, response: ReplayExample.answer("ok")))
        #expect(result.status == .fail)
        #expect(result.stage == "decode request")
        #expect(result.message == "$.messages[0].content[0].toolUse.name: expected a string, found true")
    }

    @Test func anAnswerThatIsNotConversesNamesTheMember() async throws {
        var response = ReplayExample.answer("ok")
        response.body = .json(["usage": ["inputTokens": "many"], "stopReason": "end_turn"])
        let result = try await ReplayExample.run(
            Exchange(request: ReplayExample.request("a"), response: response))
        #expect(result.status == .fail)
        #expect(result.stage == "decode response")
        #expect(result.message?.hasPrefix("$.usage.inputTokens: expected an integer") == true)
    }

    @Test func anAnsweredBodyThatIsNoJSONSaysWhy() async throws {
        let request = RecordedRequest(
            method: "POST", target: ReplayExample.target, body: .text(#"{"messages":[],"messages":[]}"#))
        let result = try await ReplayExample.run(Exchange(request: request, response: ReplayExample.answer("ok")))
        #expect(result.stage == "request")
        #expect(result.message?.contains("line 1, column 16") == true)
        #expect(result.message?.contains("each member name once") == true)
    }

    @Test(arguments: [RecordedBody.none, .text("<html>"), .bytes([0x8B, 0x05])])
    func aSuccessWithoutJSONIsNoAnswerOfConverse(_ body: RecordedBody) async throws {
        let response = RecordedResponse(status: 200, body: body)
        let result = try await ReplayExample.run(Exchange(request: ReplayExample.request("a"), response: response))
        #expect(result.status == .fail)
        #expect(result.stage == "decode response")
        #expect(result.message?.hasPrefix("expected a JSON body, found ") == true)
    }

    @Test func aLostMemberOfTheAnswerIsADifference() throws {
        let recorded = ReplayExample.answer("ok")
        guard case .json(var body) = recorded.body else { return }
        body = body["usage"] == nil ? body : .object(Self.without("usage", body))
        let fault = try #require(Self.fault(status: 200, body.bytes(), against: recorded))
        #expect(fault.stage == "answer")
        #expect(fault.message.hasPrefix("$.usage: missing, expected {"))
    }

    @Test func anotherNumberIsADifference() throws {
        let recorded = ReplayExample.answer("ok")
        let altered = ReplayExample.answer("ok").body.json.map { value in
            var object = Self.without("metrics", value)
            object["metrics"] = ["latencyMs": 313]
            return JSONValue.object(object).bytes()
        }
        let fault = try #require(Self.fault(status: 200, altered ?? [], against: recorded))
        #expect(fault.message == "$.metrics.latencyMs: expected 312, found 313")
    }

    @Test func anotherStatusShowsWhatCame() throws {
        let fault = try #require(
            Self.fault(status: 404, Array(#"{"message":"no"}"#.utf8), against: ReplayExample.answer("ok")))
        #expect(fault.stage == "answer")
        #expect(fault.message == #"expected status 200, found 404: {"message":"no"}"#)
    }

    @Test func aRefusalMustArriveTypedAndInItsWords() throws {
        let headers = [HeaderField("x-amzn-ErrorType", "ThrottlingException:http://x")]
        let recorded = RecordedResponse(status: 429, headers: headers, body: .json(["message": "slow down"]))
        let body = recorded.body.wireBytes
        let words = ServiceRefusal(status: 429, errorTypeHeader: "ThrottlingException", body: Array("{}".utf8))
        let type = ServiceRefusal(status: 429, errorTypeHeader: nil, body: body)
        #expect(
            Self.fault(status: 429, body, words, against: recorded)?.message
                == "expected the message “slow down”, found “none”")
        #expect(
            Self.fault(status: 429, body, type, against: recorded)?.message
                == "expected the error type ThrottlingException, found none")
        #expect(Self.fault(status: 429, body, nil, against: recorded)?.stage == "decode response")
    }

    @Test func aRequestThatWasNotRecordedGetsTheNearestAndTheDifference() async throws {
        let recorded = ReplayPlan([ReplayExample.input("hello", [ReplayExample.exchange("Hello", "Hi")])])
        let sent = ReplayPlan([ReplayExample.input("other", [ReplayExample.exchange("Hallo", "Hi")])])
        let session = try await ReplaySession(recorded) { SigningTime(unixSeconds: 1_767_323_045) }
        let result = await session.replay(sent.cases[0])
        #expect(result.status == .fail)
        #expect(result.stage == "answer")
        #expect(
            result.message == """
                expected status 200, found 404: No recorded request matches. The nearest is hello#0#0
                $.messages[0].content[0].text: expected "Hello", found "Hallo"
                """)
        #expect(await session.close() == ["hello#0"])
    }

    @Test func anAnsweredRequestHasNoSecondAnswer() async throws {
        let plan = ReplayPlan([ReplayExample.input("hello", [ReplayExample.exchange("Hello", "Hi")])])
        let session = try await ReplaySession(plan) { SigningTime(unixSeconds: 1_767_323_045) }
        #expect(await session.replay(plan.cases[0]).status == .pass)
        let again = await session.replay(plan.cases[0])
        #expect(again.message?.contains("answered as often as it was recorded") == true)
        #expect(await session.close() == [])
    }

    private static func without(_ name: String, _ value: JSONValue) -> JSONObject {
        var object = value.objectValue ?? [:]
        object[name] = nil
        return object
    }

    private static func fault(
        status: Int, _ body: [UInt8], _ refusal: ServiceRefusal? = nil, against response: RecordedResponse
    ) -> ReplayJudge.Fault? {
        do throws(ReplayJudge.Fault) {
            try ReplayJudge.judge(status: status, body: body, refusal: refusal, against: response)
            return nil
        } catch {
            return error
        }
    }
}
