import SigV4
import SignatureForensics
import Testing
import WireText

/// A signed Converse request, and the message that a server answers to a wrong one.
enum ExampleRequest {
    static let token = "FwoGEXAMPLETOKEN"

    static func signable(target: String = "/model/a%3Ab/converse?x=1", body: String = "{}") -> SignableRequest {
        SignableRequest(
            method: "POST", target: target,
            headers: [
                HeaderField("Host", "bedrock-runtime.us-east-1.amazonaws.com"),
                HeaderField("Content-Type", "application/json"),
            ],
            payload: .bytes(Array(body.utf8)))
    }

    static func stages(
        _ request: SignableRequest = signable(), region: String = "us-east-1", token: String? = token,
        time: String = "20260102T030405Z", options: SigningOptions = SigningOptions()
    ) throws -> SigningStages {
        let time = try #require(SigningTime(amzDate: time))
        return try Signer().sign(
            request,
            SigningParameters(
                credentials: SigningCredentials(
                    accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                    sessionToken: token),
                region: region, service: "bedrock", time: time, options: options)
        ).stages
    }

    /// The text that AWS sends with a mismatch.
    static func message(_ stages: SigningStages) -> String {
        """
        The request signature we calculated does not match the signature you provided. Check your AWS Secret Access \
        Key and signing method. Consult the service documentation for details.

        The Canonical String for this request should have been
        '\(stages.canonicalRequest.text)'

        The String-to-Sign should have been
        '\(stages.stringToSign.text)'

        """
    }
}
