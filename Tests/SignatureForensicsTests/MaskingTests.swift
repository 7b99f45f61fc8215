import SigV4
import SignatureForensics
import Testing

/// Session tokens stand in canonical requests; nothing that is printed may show them.
@Suite("Masking")
struct MaskingTests {
    private let other = "FwoGEXAMPLEOTHER"

    private func rendered(_ subject: Any) -> String {
        var text = ""
        dump(subject, to: &text)
        return "\(subject)\n\(String(reflecting: subject))\n\(text)"
    }

    @Test func aTokenInAHeaderIsMaskedAndItsPlaceIsKept() throws {
        let left = try ExampleRequest.stages()
        let right = try ExampleRequest.stages(token: other)
        let found = try #require(SignedTexts(left).difference(from: SignedTexts(right)))
        #expect(found.section == .header("x-amz-security-token"))
        // "x-amz-security-token:FwoGEXAMPLE" is common.
        #expect(found.offset == 32)
        #expect(found.description.contains("x-amz-security-token:****************"))
        expectNoToken(found)
    }

    @Test func aTokenInAQueryIsMasked() throws {
        let options = SigningOptions(location: .query(expiresSeconds: 60))
        let left = try ExampleRequest.stages(options: options)
        let right = try ExampleRequest.stages(token: other, options: options)
        let found = try #require(SignedTexts(left).difference(from: SignedTexts(right)))
        #expect(found.section == .query)
        #expect(found.description.contains("X-Amz-Security-Token=****************&"))
        expectNoToken(found)
    }

    @Test func nothingElsePrintsATokenEither() throws {
        let left = try ExampleRequest.stages()
        let right = try ExampleRequest.stages(token: other)
        expectNoToken(SignedTexts(left))
        expectNoToken(ThreeWayComparison(client: SignedTexts(left), wire: SignedTexts(right), server: nil))
        expectNoToken(try #require(ServerEcho(message: ExampleRequest.message(left))))
    }

    @Test func aTokenThatOneSideLacksIsMasked() throws {
        let found = try #require(
            SignedTexts(try ExampleRequest.stages()).difference(
                from: SignedTexts(try ExampleRequest.stages(token: nil))))
        expectNoToken(found)
    }

    @Test(arguments: ["x-amz-security-token:", "GET\\n/?a=b&X-Amz-Security-Token=", "{\"X-AMZ-Security-Token\": \""])
    func aTokenInATextOfAnotherShapeIsMasked(lead: String) throws {
        let text = "x\n\(lead)\(ExampleRequest.token)\ny"
        let found = try #require(
            SectionDifference.between(canonicalRequest: Array(text.utf8), and: Array("x\ny".utf8)))
        #expect(found.section == .shape)
        expectNoToken(found)
    }

    private func expectNoToken(_ subject: Any, sourceLocation: SourceLocation = #_sourceLocation) {
        let text = rendered(subject)
        #expect(!text.contains(ExampleRequest.token), sourceLocation: sourceLocation)
        #expect(!text.contains(other), sourceLocation: sourceLocation)
    }
}
