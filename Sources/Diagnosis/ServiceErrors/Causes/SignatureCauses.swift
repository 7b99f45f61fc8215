import Codes
import Evidence
import Report
import WireText

/// Signatures, and what goes into them: refusals by the layer before the service, the same for every model.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html> and
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html>.
extension ErrorCause {
    /// Signatures of other things than a request.
    private static let otherSignatures: [WordPhrase] = [
        "thinking", "function|method|type|call|override signature", "gpg", "pgp", "apt", "jwt", "id token", "webhook",
        "certificate", "code signing", "package|image|commit|driver|binary|firmware signature",
    ]

    static let signatures = list {
        ErrorCause(
            .incompleteSignature, .credentials,
            types: [
                TypeHint(.incompleteSignature, 90), TypeHint(.authorizationQueryParameters, 90),
                TypeHint(.authorizationHeaderMalformed, 80),
            ],
            rules: [
                .peculiar("query string authentication requires"),
                .peculiar("only one auth mechanism allowed"),
                .peculiar("x amz expires", "must", "less|non|number"),
                .peculiar("credential scoped|scope terminator|terminated"),
                .peculiar("key value pair", "equal|authorization"),
                .peculiar(
                    "authorization header requires|cannot|must|missing",
                    none: ["is missing authentication", "header is missing", "x api key"], types: [.incompleteSignature]
                ),
                .fitting("authorization header requires credential|signature|signedheaders|date|existence"),
                .peculiar(
                    "authorization header empty|malformed|invalid",
                    none: ["region wrong expecting", "incorrect service", "credential date"]),
                .peculiar("date must iso 8601 basic format"),
                .peculiar("unsupported authorization type"),
                .peculiar("slash delimited elements"),
                .peculiar("host|authority must signedheader|signed|signedheaders header|aws"),
                .peculiar("must signedheader aws authorization"),
                .fitting(
                    "x amz date", "requires|require|valid|invalid|must|missing|existence",
                    none: ["x amz algorithm|credential"],
                    types: [.incompleteSignature]),
                .fitting("signature not|doesnt conform|complete|include aws|standards"),
                .fitting("unsupported|unknown aws algorithm"),
                .fitting("signature not|doesnt include|contain|have required|all components|elements"),
            ]
        ) { call in
            call.unreadableHeader
        }
        ErrorCause(
            .signatureMismatch, .credentials,
            types: [TypeHint(.invalidSignature, 60), TypeHint(.signatureDoesNotMatch, 60)],
            rules: [
                .peculiar("signature calculated not|doesnt match"),
                .peculiar("canonical string request should|been"),
                .peculiar("string to sign should been"),
                .fitting("customer authentication failed code invalidsignature"),
                .fitting("signature not|doesnt match|matched|valid", none: ["expired", "credential scope"]),
                // What people write in a title.
                .hinting("signature|signatures|sigv4 mismatch|mismatches|mismatched", none: otherSignatures),
                .hinting(
                    "403|aws|sigv4|bedrock|s3 signature|signatures error|errors|failure|failures|failed",
                    none: otherSignatures),
            ]
        ) { call in
            call.signature
        }
        ErrorCause(
            .signatureVersion, .credentials,
            rules: [.peculiar("authorization mechanism not supported", "aws4")]
        ) { call in
            call.otherVersion
        }
        ErrorCause(
            .headerUnsigned, .credentials,
            rules: [.peculiar("headers present in request not signed")]
        ) { call in
            UnsignedHeader(call).remedy
        }
        ErrorCause(
            .headerMissing, .credentials,
            rules: [.peculiar("named signedheader", "not|doesnt exist|present|found")]
        ) { call in
            AbsentHeader(call).remedy
        }
        ErrorCause(
            .bodyHashHeader, .credentials,
            types: [TypeHint(.bodyHashMismatch, 110)],
            rules: [
                .peculiar("xamzcontentsha256mismatch"),
                .peculiar("content sha256 header not|doesnt match computed"),
                .peculiar("header x amz content sha256 invalid"),
                .peculiar("content sha256 must unsigned payload"),
                .peculiar("content sha256 must valid sha256"),
                .fitting("provided content sha256|hash not match"),
                .fitting("content md5|checksum you specified did not match"),
                .fitting("baddigest|invaliddigest"),
                .peculiar("missing required header x amz content sha256"),
            ]
        ) { _ in
            Remedy(
                """
                The bytes of the body that arrived do not have the hash in x-amz-content-sha256: something changed the body after it \
                was hashed (a retry that sends the rest of a stream, a file that grew, compression, another encoding). Make the \
                bytes once, hash them, and send the same bytes at each attempt.
                """)
            Remedy("If nothing changes them, see what is on the way: a proxy or a gateway that writes bodies again.")
        }
        ErrorCause(
            .bodyUnsigned, .credentials,
            rules: [
                .peculiar(
                    "streaming unsigned|aws4 payload", "not|isnt|unsupported|implemented|supported|unexpected",
                    none: ["must", "match"]),
                .peculiar(
                    "header implies functionality not implemented", "checksum|sha256|encoding|trailer|chunked|sdk"),
                .fitting("aws chunked encoding not|unsupported|isnt|supported|implemented"),
            ]
        ) { _ in
            Remedy(
                """
                The client sends the body in chunks with a checksum behind it (STREAMING-..., aws-chunked, x-amz-checksum-*), as AWS's SDKs do by \
                default since January 2025, and this server does not take that form, as many that speak S3's API do not. Let the client \
                add checksums only where they are required.
                """,
                command:
                    "export AWS_REQUEST_CHECKSUM_CALCULATION=when_required AWS_RESPONSE_CHECKSUM_VALIDATION=when_required"
            )
            Remedy(
                """
                In code: requestChecksumCalculation WHEN_REQUIRED (boto3: Config(request_checksum_calculation="when_required")); or update the \
                server, or an SDK from before that version.
                """)
        }
        ErrorCause(
            .bodyUnhashed, .credentials
        ) { _ in
            Remedy(
                """
                The client declared the hash of an empty body (e3b0c442...) and sent one: the body was not handed to the signer, or was \
                set after signing. Hand over the body before signing, or, for S3 only, sign UNSIGNED-PAYLOAD.
                """)
        }
    }
}

extension FailedCall {
    /// What to do about an Authorization header that AWS could not read; where it shows why, a right one adds nothing.
    fileprivate var unreadableHeader: [Remedy] {
        // An SDK that signs for another service has no API key to send in the signature's place.
        let isOfBedrock =
            scene.program != nil || scene.service?.value.hasPrefix("bedrock") ?? false
            || [text, answer.surroundings].contains { $0.lowercased().contains("bedrock") }
        let isOfSDK = (scene.sdk != nil && scene.library != .curl || scene.program != nil) && isOfBedrock
        let pasted = shown
        var found = IncompleteSignatureRemedies(message: message, pasted: pasted, isOfSDK: isOfSDK)
        found.isSignedBySDK = scene.sdk != nil && scene.library != .curl
        let called = answer.service.flatMap { SigningName.known($0) }
        if let name = called ?? (details.modelID != nil ? "bedrock" : nil) { found.service = name }
        if let name = regionWord { found.region = name }
        let compare = Remedy("Compare with a right one, stage by stage.", .doctor(sign))
        let blank = Remedy("White space or a line break in the access key id breaks the header too.", env)
        return found.texts.map { Remedy($0) } + (found.isShown ? [] : [compare, blank])
    }

    /// The version that is wanted: 4, or 4A, which signs with a key pair for a set of regions.
    fileprivate var otherVersion: Remedy {
        guard message.contains("ECDSA") else {
            return Remedy(
                """
                The request is signed by version 2 (AWS KEYID:SIGNATURE, or AWSAccessKeyId in the query), which this region or bucket does \
                not take: sign by version 4 (AWS4-HMAC-SHA256). boto3 presigns so with Config(signature_version="s3v4"), s3cmd without \
                signature_v2.
                """)
        }
        return Remedy(
            """
            This endpoint takes Signature Version 4A only (AWS4-ECDSA-P256-SHA256, for a set of regions): install and import the SDK's \
            package for it (JavaScript: @aws-sdk/signature-v4-crt or @aws-sdk/signature-v4a; Python: botocore[crt]; Java: \
            aws-crt), or call an endpoint of one region.
            """)
    }

    /// The form of the signature is in question only where somebody else's signer made it.
    fileprivate var signature: [Remedy] {
        if answer.signer == .doctor {
            return [
                Remedy(
                    """
                    doctor signs by the rules, so the secret does not belong to the key id, unless something on the way \
                    changed the request: set key id and secret again, both from the same place.
                    """,
                    env),
                whoAmI,
            ]
        }
        let path = PathRemedy(echoedPath: details.echoedPath)
        let secret = Remedy(
            """
            Look whether the secret has its 40 characters and nothing around them (a shell, an .env file, a URL or a DSN may have eaten \
            a /, + or $), and is the one of this key id.
            """,
            env
        ).about(.pair)
        let compare = Remedy(
            """
            Compare what the client signs with the service's canonical request, line by line; doctor explain does it for \
            a log that shows both.
            """,
            .doctor(sign)
        ).about(.signedText)
        // Nothing of the path is shown: what it holds decides how far it is to be trusted.
        let unseen = Remedy(
            """
            Else the path is the next suspect: one with : or with an ARN in it is encoded once more for the signature than it is sent \
            (for S3 it is not), and libraries differ in that.
            """
        ).about(.path)
        if path == nil, let colon = colonInPath { return [colon, compare] }
        guard path?.isCertain ?? false else {
            return [secret, compare] + [path?.remedy ?? unseen]
        }
        return (path.map { [$0.remedy] } ?? []) + [secret, compare]
    }

    /// A name with a colon or an ARN in the path, which fails where the same call without it gets through: the secret is right.
    private var colonInPath: Remedy? {
        let around = shown
        let words = WordText(around)
        let hasColon =
            words.has("alias|aliases|qualifier|colon|colons|arn|arns")
            || around.contains("\":") && around.contains("/binary, \":")
        let isTold = words.has(
            all: ["works|worked|succeeds|succeeded|fine", "fails|fail|failed|only|but|when"], none: [])
        guard hasColon, isTold, answer.service != "s3" else { return nil }
        return Remedy(
            """
            Encode the ':' of the name in the path: the call without it gets through, so the secret is right. On the wire it goes as %3A, and in the \
            canonical request, which encodes the path once more for every service but S3, as %253A (the slash of an ARN as %2F and %252F). Update the library or \
            mend its signer; or leave the colon out of the path, for a version or alias of a Lambda function by the query (Qualifier=NAME).
            """
        ).about(.path)
    }

    /// A right signature of the same call, to compare with.
    var sign: DoctorStep {
        DoctorStep("sign", (details.modelID ?? answer.model).map { [.model($0)] } ?? [])
    }
}
