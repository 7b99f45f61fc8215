import Codes
import Evidence
import Report
import WireText

/// Refusals of signatures and keys that their words tell apart from the rest of their cause.
///
/// Sources: <https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>,
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions-kvp.html>,
/// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html>,
/// <https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-clients.html>.
extension Advice {
    static let signature: [Advice] = [
        Advice(
            "only one auth mechanism allowed", for: .incompleteSignature,
            say: """
                A presigned URL and an Authorization header came together, and S3 takes one of them: do not send Authorization with a \
                presigned URL. A redirect that keeps the header, a proxy, or CloudFront's signing of the origin adds it: strip it there.
                """),
        Advice(
            "invalid according policy", for: .validationRequest,
            say: """
                A presigned POST carries a policy, and S3 holds the form against it: each field that is sent must be among the conditions, with the value \
                or the beginning that they give (Content-Type, key, x-amz-*; the message names the one that fails), and each condition needs its \
                field. Send the fields as createPresignedPost returned them, before the file, and make the policy anew where it has expired.
                """),
        Advice(
            "customer authentication failed", for: .signatureMismatch,
            say: """
                OpenSearch Serverless checks the signature with the body's hash: send x-amz-content-sha256 and sign it, with aoss as the \
                service in the scope (es belongs to managed domains). Update the client's signer, or set both in it.
                """),
        Advice("403", for: .iamDenied) { call in call.serverlessRefusal },
        Advice(for: .iamDenied) { call in call.deviceRefusal },
        Advice(none: ["signature calculated|we not|doesnt match"], for: .signatureMismatch) { call in call.deviceRefusal
        },
        Advice(
            "credential access key has length", for: .tokenInvalid,
            say: """
                The store behind this endpoint speaks S3's API and has keys of its own form (Cloudflare R2: 32 characters): give the client \
                the key id and secret that this store issued, not AWS's, and not a profile that provides those.
                """),
        Advice(
            "unsupported authorization type", for: .incompleteSignature,
            say: """
                S3 takes signatures in Authorization (AWS4-HMAC-SHA256 ...) and nothing else: what was sent is another kind, such as a \
                bearer token or a Basic user. Sign the request, or keep a client's or proxy's own Authorization header off it; with a presigned \
                URL send none.
                """),
        Advice("not able|unable validate provided access credentials", for: .tokenInvalid) { call in
            Remedy(
                """
                EC2 says so of an unknown key, of a wrong secret, of a token that does not belong to it, and of a wrong clock alike: \
                compare this machine's clock with the network's time first.
                """,
                .doctor(DoctorStep("clock")))
            Remedy(
                "Then see whose the keys are, and that a temporary key (ASIA...) has its own session token.", call.env)
        },
        Advice(for: .bearerTokenInvalid, .bearerIAMDenied) { call in StrayBearer(call)?.remedy },
        Advice("must start pre|predefined prefix", for: .bearerTokenInvalid, .bearerIAMDenied) { call in
            call.pairForKey
            Remedy(
                """
                What was sent is no API key of Bedrock's by its form: a long-term key begins with ABSK, a short-term one with \
                bedrock-api-key-. Copy the whole key, without quotes and without the word Bearer, into AWS_BEARER_TOKEN_BEDROCK; an access \
                key, a token or a URL does not belong there.
                """)
            Remedy("Or sign with access keys instead.", command: "unset AWS_BEARER_TOKEN_BEDROCK")
        },
        Advice(
            "missing required header x amz content sha256", for: .bodyHashHeader,
            say: """
                S3 wants x-amz-content-sha256 in every request that is signed in the header: send it with the hash of the body \
                (UNSIGNED-PAYLOAD over https is taken, too), and sign it.
                """),
        Advice("content sha256 must|invalid", for: .bodyHashHeader) { call in call.hashForm },
        Advice(
            "content md5|checksum|baddigest|invaliddigest", for: .bodyHashHeader,
            say: """
                The body that arrived is not the one whose checksum was declared (Content-MD5 or x-amz-checksum-*): compute the digest of \
                the very bytes that are sent, in base64 of the raw digest, and let nothing change the body afterwards (another encoding, \
                a part of the file, the browser's own form).
                """),
        Advice("token malformed otherwise invalid", for: .tokenInvalid) { call in call.spacedToken },
    ]
}

extension FailedCall {
    /// What OpenSearch Serverless may have refused a call for, which it does not say.
    ///
    /// Sources: <https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html>,
    /// <https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-clients.html>.
    fileprivate var serverlessRefusal: [Remedy] {
        guard isOfServerless else { return [] }
        let around = message + "\n" + answer.surroundings
        let isOther = ["'es'", "\"es\"", "aws:amz:es", ":es\""].contains(where: around.contains)
        let signer = Remedy(
            """
            The signer is given es as the service, and the host is one of OpenSearch Serverless: give it aoss.
            """)
        // Whatever the service refuses for, a signature over what others write anew fits none of the times.
        let passing = MismatchClues(view: SignedView(listIn: around), text: around).passing.map { [Remedy($0)] } ?? []
        return (isOther ? [signer] : []) + passing + [
            Remedy(
                """
                See, in this order: the collection's data access policy must name this principal \
                (the role's or user's ARN) with the permissions of the call; a policy of the caller must allow aoss:APIAccessAll on the \
                collection; the network policy must let this network in; and the signature must be for the service aoss, with \
                x-amz-content-sha256 sent and signed. OpenSearch Serverless answers 403 whatever it refuses for.
                """),
            whoAmI,
        ]
    }

    /// Whether OpenSearch Serverless answered, which does not say what it refused for.
    var isOfServerless: Bool { answer.service == "aoss" && details.denial == nil && words.has("403") }

    /// Whether the refusal is one of a WebSocket of AWS IoT, which has no words.
    var isOfDeviceGateway: Bool {
        let around = shown
        let isSocket = around.contains(".iot.") && around.contains("/mqtt") && around.contains("X-Amz-Signature=")
        return (isSocket || answer.surroundings.contains("iotdevicegateway")) && details.denial == nil
    }

    /// Whether code hands a session token to what signs.
    private static func givesToken(_ text: String) -> Bool {
        ["sessiontoken", "session_token", "session token"].contains(where: text.prefix(32_768).lowercased().contains)
    }

    /// What AWS IoT's device gateway may have refused a connection for, which it does not say.
    ///
    /// Sources: <https://docs.aws.amazon.com/iot/latest/developerguide/protocols.html>,
    /// <https://docs.aws.amazon.com/iot/latest/developerguide/cognito-identities.html>.
    fileprivate var deviceRefusal: [Remedy] {
        guard isOfDeviceGateway else { return [] }
        let around = shown
        let isSocket = around.contains(".iot.") && around.contains("/mqtt") && around.contains("X-Amz-Signature=")
        var first: [Remedy] = []
        if let token = around.firstRange(of: "X-Amz-Security-Token="),
            let signature = around.firstRange(of: "X-Amz-Signature="),
            token.lowerBound < signature.lowerBound
        {
            first.append(
                Remedy(
                    """
                    Sign the URL without X-Amz-Security-Token, and append the token behind X-Amz-Signature: AWS IoT's gateway takes it unsigned, and here it stands before the signature.
                    """))
        } else if !around.contains("X-Amz-Signature="), Self.givesToken(around) {
            first.append(
                Remedy(
                    """
                    Sign without the session token, and append it to the URL behind X-Amz-Signature (&X-Amz-Security-Token=..., encoded): AWS IoT's gateway takes it unsigned, and the signer here is given the token with the keys.
                    """))
        }
        if isSocket, !around.contains("iotdevicegateway"),
            around.contains("%2Faws4_request") || around.contains("/aws4_request")
        {
            first.append(
                Remedy(
                    "Sign for the service iotdevicegateway (the scope in X-Amz-Credential): AWS's page of device protocols names it for MQTT over WebSocket."
                ))
        }
        return first + [
            Remedy(
                """
                AWS IoT's device gateway answers 403 whatever it refuses for. In this order: the clock of the device (X-Amz-Date against the answer's \
                Date); the signature (service iotdevicegateway, region and host of this account's endpoint, a session token appended behind \
                X-Amz-Signature); and the policies: the identity needs iot:Connect for its client id, and a Cognito identity that has signed in an IoT policy \
                attached to it beside its role's.
                """,
                command: "aws iot describe-endpoint --endpoint-type iot:Data-ATS")
        ]
    }

    /// What stands where the hash of the body belongs, by its length and its letters.
    fileprivate var hashForm: [Remedy] {
        let wanted = """
            x-amz-content-sha256 takes the SHA-256 of the body as 64 hexadecimal digits in small letters, UNSIGNED-PAYLOAD (over https), or \
            the name of a streaming form.
            """
        let value = ["ArgumentValue: ", "<ArgumentValue>", "\"ArgumentValue\":\"", "ArgumentValue="].lazy.compactMap {
            label in
            text.firstRange(of: label).map { found in
                String(text[found.upperBound...].prefix { !$0.isWhitespace && !"<\",'".contains($0) })
            }
        }.first
        guard let value else { return [Remedy("\(wanted) Print the header as it is sent.")] }
        let isHex = value.allSatisfy(\.isHexDigit)
        let found: String =
            switch (value.utf8.count, isHex) {
            case (0, _): "the value is empty"
            case (64, true): "the value is a hash with capital letters: write it in small ones"
            case (32, true): "the value is an MD5 in hexadecimal digits"
            case (40, true): "the value is a SHA-1 in hexadecimal digits"
            case (24, false) where value.hasSuffix("=="):
                "the value has the form of an MD5 in base64 (24 characters), as Content-MD5 has it"
            case (28, false) where value.hasSuffix("="): "the value has the form of a SHA-1 in base64"
            case (44, false) where value.hasSuffix("="): "the value has the form of a SHA-256 in base64"
            default: "the value has another form"
            }
        let shown = PrintableText.escaped(value, limit: 60)
        return [
            Remedy(
                """
                \(wanted) Here \(found) (\(shown)): switch the client's option for MD5 or other checksums off or update it, or write the hash \
                in the right form; a digest in base64 has headers of its own (Content-MD5, x-amz-checksum-sha256).
                """)
        ]
    }

    /// A session token that S3 shows as it arrived: with blanks where a `+` was.
    fileprivate var spacedToken: [Remedy] {
        guard let mark = text.firstRange(of: "<Token-0>") else { return [] }
        let token = text[mark.upperBound...].prefix { $0 != "<" }
        guard token.contains(" ") else { return [] }
        return [
            Remedy(
                """
                The session token arrived with blanks in it, where it had +: in a URL encode X-Amz-Security-Token once, with %2B for +, \
                %2F for / and %3D for =, and sign the query so.
                """)
        ]
    }
}

extension FailedCall {
    /// A pair of access keys, AK/SK for short, that stands where the client wants an API key of Bedrock's.
    fileprivate var pairForKey: Remedy? {
        let told = String(shown.prefix(16_384)).lowercased()
        guard
            ["aksk", "ak/sk", "ak sk", "access key and secret", "access key id and secret"].contains(
                where: told.contains),
            !told.contains("absk")
        else { return nil }
        return Remedy(
            """
            Take the key pair (AK/SK) out of the field for an API key and out of AWS_BEARER_TOKEN_BEDROCK, and give it as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (with AWS_SESSION_TOKEN for ASIA...), with AWS_REGION: a pair is good for signing, and no API key, so \
            it was sent as one and refused for its form. A program that knows API keys only wants one of Bedrock's in its place (console, API keys; it begins with ABSK).
            """
        ).about(.instruction)
    }
}
