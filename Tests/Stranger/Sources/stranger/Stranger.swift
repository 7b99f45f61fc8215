import ConverseAPI
import SigV4
import WireText

/// Signs a Converse request with nothing but the public libraries, and checks the signature against one that botocore
/// made (2026-01-02T03:04:05Z, us-east-1, AWS's example key pair).
@main
struct Stranger {
    static func main() throws {
        let request = ConverseRequest(
            messages: [Message(role: .user, content: [.text("ping")])],
            inferenceConfig: InferenceConfiguration(maxTokens: 1))
        let endpoint = try ConverseEndpoint(region: "us-east-1")
        let target = ModelTarget.path(
            modelID: "anthropic.claude-sonnet-4-20250514-v1:0", operation: .converse, form: .percentEncoded)
        guard let time = SigningTime(amzDate: "20260102T030405Z") else { throw Failure("the time is not read") }
        let signed = try Signer().sign(
            SignableRequest(
                method: "POST", target: target,
                headers: [HeaderField("Host", endpoint.authority), HeaderField("Content-Type", "application/json")],
                payload: .bytes(request.body)),
            SigningParameters(
                credentials: SigningCredentials(
                    accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
                region: "us-east-1", service: "bedrock", time: time))
        let expected = "7232bf8d4e08f93bb8d0bc30524226e30c3185a8db3c951b3fd83bbb9f511625"
        guard signed.stages.signature.text == expected else {
            throw Failure("expected the signature \(expected), found \(signed.stages.signature.text)")
        }
        print("The libraries sign as botocore does: \(expected)")
    }

    struct Failure: Error {
        let message: String
        init(_ message: String) { self.message = message }
    }
}
