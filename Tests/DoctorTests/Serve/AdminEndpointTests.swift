import Dispatch
import JSONText
import MockBedrock
import Synchronization
import Testing

@testable import doctor

/// What the admin endpoint refuses: names that nobody reads, and a second text while one is explained.
struct AdminEndpointTests {
    private func fault(_ names: [String]) -> String? {
        do throws(AdminFault) {
            try AdminParameters.require(names, among: ["rule", "client"], "member", "expected rule and client")
        } catch {
            return (try? JSONValue(parsing: error.answer.body))?["error"]?.stringValue
        }
        return nil
    }

    @Test func `a mistyped name is refused with the nearest one`() {
        #expect(fault(["rule", "client"]) == nil && fault([]) == nil)
        #expect(
            fault(["rule", "cleint"])
                == #"found the member "cleint" (did you mean "client"?); expected rule and client"#)
        #expect(fault(["when"]) == #"found the member "when"; expected rule and client"#)
    }

    @Test func `a parameter is refused that nobody reads, and one that comes twice`() {
        let parameters = { AdminParameters(AdminRequest("GET", "verdict", query: $0)) }
        #expect(throws: Never.self) { try parameters([("client", "a")]).require(only: ["client"]) }
        #expect(throws: AdminFault.self) { try parameters([("clinet", "a")]).require(only: ["client"]) }
        #expect(throws: AdminFault.self) {
            try parameters([("client", "a"), ("client", "b")]).require(only: ["client"])
        }
    }

    @Test(.timeLimit(.minutes(10))) func `a second text is refused while one is being explained`() async {
        let release = DispatchSemaphore(value: 0)
        let (begun, began) = AsyncStream<Void>.makeStream()
        let explanation = PastedExplanation { _ in
            began.yield()
            release.wait()
            return AdminAnswer(status: 200)
        }
        let text = Array(#"{"text": "a"}"#.utf8)
        async let first = explanation.answer(text)
        for await _ in begun { break }
        #expect(await explanation.answer(text).status == 429)
        release.signal()
        #expect(await first.status == 200)
        release.signal()
        #expect(await explanation.answer(text).status == 200)
    }

    @Test(arguments: ["", "[]", "{}", #"{"text": ""}"#, #"{"text": 1}"#, #"{"text": "a", "txet": "b"}"#])
    func `what is no text to explain is refused`(_ body: String) async {
        let explanation = PastedExplanation { _ in AdminAnswer(status: 200) }
        #expect(await explanation.answer(Array(body.utf8)).status == 400)
    }
}
