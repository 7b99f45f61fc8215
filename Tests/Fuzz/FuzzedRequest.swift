import SigV4
import WireText

/// A signed request and who verifies it: what is fuzzed is a part of the one, judged by the other.
enum FuzzedRequest {
    static let keyID = "AKIAIOSFODNN7EXAMPLE"
    static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    static let host = "bedrock-runtime.us-east-1.amazonaws.com"
    static let time = SigningTime(unixSeconds: 1_767_323_045)

    static let parameters = SigningParameters(
        credentials: SigningCredentials(accessKeyID: keyID, secretAccessKey: secret), region: "us-east-1",
        service: "bedrock", time: time)

    static let verifier = SignatureVerifier(policy: VerificationPolicy(regions: ["us-east-1"])) { id in
        id == keyID ? StoredCredential(secretAccessKey: Secret(secret)) : nil
    }

    /// The request with its right signature.
    static let signed: SignableRequest = {
        var request = SignableRequest(
            method: "POST", target: "/model/amazon.nova-micro-v1%3A0/converse",
            headers: [HeaderField("Host", host), HeaderField("Content-Type", "application/json")],
            payload: .bytes(Array("{}".utf8)))
        guard let signed = try? Signer().sign(request, parameters) else { fatalError("the request cannot be signed") }
        request.headers = signed.headers
        return request
    }()
}
