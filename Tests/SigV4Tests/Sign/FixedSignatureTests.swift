import SigV4
import Testing
import WireText

/// Signatures that botocore made for Bedrock, written down once and for all.
@Suite("Fixed signatures")
struct FixedSignatureTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let modelInPath: String
        let canonicalModel: String
        var token: String?
        let signature: String
    }

    static let cases = [
        Case(
            testDescription: "a colon encoded on the wire",
            modelInPath: "anthropic.claude-sonnet-4-20250514-v1%3A0",
            canonicalModel: "anthropic.claude-sonnet-4-20250514-v1%253A0",
            signature: "7232bf8d4e08f93bb8d0bc30524226e30c3185a8db3c951b3fd83bbb9f511625"),
        Case(
            testDescription: "a raw colon on the wire",
            modelInPath: "anthropic.claude-sonnet-4-20250514-v1:0",
            canonicalModel: "anthropic.claude-sonnet-4-20250514-v1%3A0",
            signature: "ee1f7760718ac97a766a65174805d8d14426e92d229df306a8edd0e73242abcf"),
        Case(
            testDescription: "the ARN of an inference profile, with a session token",
            modelInPath: "arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2F"
                + "us.anthropic.claude-sonnet-4-20250514-v1%3A0",
            canonicalModel: "arn%253Aaws%253Abedrock%253Aus-east-1%253A123456789012%253Ainference-profile%252F"
                + "us.anthropic.claude-sonnet-4-20250514-v1%253A0",
            token: "FwoGEXAMPLETOKEN",
            signature: "67db38025c0c0e2c685f636483f5c3ae0e0f18ac2a552a12b78f9bbbd9a3e6ea"),
        Case(
            testDescription: "the ARN of a provisioned model",
            modelInPath: "arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Aprovisioned-model%2Fabcdefghij12",
            canonicalModel: "arn%253Aaws%253Abedrock%253Aus-east-1%253A123456789012%253Aprovisioned-model%252F"
                + "abcdefghij12",
            signature: "4c83426d81be22884c9dce8acf04bbeb0b8aa99721f0500a72efae84f47a1328"),
        Case(
            testDescription: "an id without a colon",
            modelInPath: "anthropic.claude-sonnet-4-6", canonicalModel: "anthropic.claude-sonnet-4-6",
            signature: "d991b8a7d1b667cbf5d2f2c3602190e5d6ba6036695b4700f58db6f0ff3397d5"),
    ]

    static let body = #"{"messages":[{"role":"user","content":[{"text":"ping"}]}],"inferenceConfig":{"maxTokens":1}}"#

    @Test("is what botocore made", arguments: cases)
    func signature(_ example: Case) throws {
        let request = SignableRequest(
            method: "POST", target: "/model/\(example.modelInPath)/converse",
            headers: [
                HeaderField("Host", Example.host), HeaderField("Content-Type", "application/json"),
            ],
            payload: .bytes(Array(Self.body.utf8)))
        let signed = try Signer().sign(request, Example.parameters(token: example.token))
        let sections = try #require(signed.stages.canonicalRequest.sections)
        #expect(sections.path == "/model/\(example.canonicalModel)/converse")
        let names = ["content-type", "host", "x-amz-date"] + (example.token == nil ? [] : ["x-amz-security-token"])
        #expect(signed.stages.signedHeaders == names)
        #expect(signed.stages.signature.text == example.signature)
    }
}
