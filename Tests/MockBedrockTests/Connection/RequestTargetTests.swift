import Testing

@testable import MockBedrock

struct RequestTargetTests {
    private func target(_ text: String) -> RequestTarget { RequestTarget(Array(text.utf8)) }

    @Test func `a log shows no credential of a presigned request`() {
        let text = target(
            "/x?a=1&X-Amz-Credential=AKIAEXAMPLE%2F1&X-Amz-Signature=abc&x-amz-security-token=secret&X-Amz-Date=2"
        ).logText
        #expect(
            text
                == "/x?a=1&X-Amz-Credential=<redacted>&X-Amz-Signature=<redacted>&x-amz-security-token=<redacted>&X-Amz-Date=2"
        )
    }

    @Test func `a credential is masked however its name is written`() {
        #expect(target("/x?%58-Amz-Security-Token=secret").logText == "/x?X-Amz-Security-Token=<redacted>")
    }

    @Test func `a log shows no control characters and no more than a line`() {
        #expect(target("/a\u{1B}[31mb").logText == "/a\u{FFFD}[31mb")
        #expect(target("/" + String(repeating: "a", count: 5000)).logText.count < 600)
        #expect(target("/?" + String(repeating: "a=b&", count: 5000)).logText.count < 600)
    }

    @Test func `query values are decoded once`() {
        let target = target("/x?a=1%2525&b&a=2&=c&d=%zz")
        #expect(target.queryValue("a") == "1%25")
        #expect(target.queryValue("b") == "")
        #expect(target.queryValue("d") == "%zz")
        #expect(target.queryValue("e") == nil)
    }

    @Test(arguments: [
        ("POST", "/model/a%3Ab/converse", Route.model(id: "a:b", operation: .converse)),
        ("POST", "/p/model/a:b/converse-stream?x=1", .model(id: "a:b", operation: .converseStream)),
        ("POST", "/model/../model/a/count-tokens", .model(id: "a", operation: .countTokens)),
        ("POST", "/model/arn:x/y/converse", .unknown), ("GET", "/model/a/converse", .unknown),
        ("POST", "/converse", .unknown), ("GET", "/", .unknown), ("GET", "", .unknown),
        ("GET", "/foundation-models", .foundationModels), ("HEAD", "/foundation-models/", .foundationModels),
        ("GET", "/foundation-models/a%253A", .foundationModel(id: "a%3A")),
        ("GET", "/inference-profiles?type=APPLICATION", .inferenceProfiles),
        ("GET", "/inference-profiles/arn%3Ax%2Fy", .inferenceProfile(id: "arn:x/y")),
        ("GET", "/foundation-model-availability/a.b", .availability(modelID: "a.b")),
    ])
    func `a path names an operation`(method: String, path: String, route: Route) {
        #expect(Route(method: method, target: target(path)) == route)
    }
}
