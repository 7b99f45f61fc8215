import Evidence
import Report
import WireText

extension ContrastAdvice {
    /// A signature that AWS computes otherwise: what gets through with the same keys shows that the secret is right.
    static let signatures: [ContrastAdvice] = [
        ContrastAdvice([.feature], [.signature], rulesOut: [.keys, .pair, .environment, .path]) { call in
            let isCompressed = ["compress", "gzip"].contains { call.fails.lowercased().contains($0) }
            let why =
                isCompressed
                ? "The client hashes the body before it is compressed, or compresses it once more for sending (a body that is read twice), so other bytes arrive than were signed."
                : "What it adds to the request is signed in another form than it is sent: a header whose name or value is changed behind the signer, a body that is written anew, another host or path."
            return Remedy(
                """
                Leave out what makes the difference (\(PrintableText.escaped(call.fails, limit: 80))): without it the same call gets through, so key id, secret, clock and region are right. \(why) Set it again with a newer version of \(call.program).
                """)
        },
        ContrastAdvice([.client, .console], [.signature], rulesOut: [.keys, .environment]) { call in
            Remedy(
                """
                \(call.Works) gets through: \(call.keysAreGood). What differs is what \(call.fails) signs or sends. Let both print \
                their canonical request (the AWS CLI does with --debug) and give the logs to doctor explain: the first line that differs is the \
                mistake, be it the host with its port (the endpoint and scheme of each), the date and region in the scope, the path (bucket in the path or in the host), the query, \
                Content-Type, a header that is added or written anew behind the signer, or the hash of the body. Update \(call.fails), or leave that part out.
                """)
        },
        ContrastAdvice([.method], [.signature], rulesOut: [.keys, .environment, .path]) { call in
            Remedy(
                """
                \(call.contrast.works.map { "\($0) gets through" } ?? "Requests without a body get through"), so keys, clock, region, host and path are \
                right. What \(call.contrast.fails ?? "the other request") adds is the body: its hash was made of other bytes than are sent. Sign \
                after the body is set, and not before it is compressed, encoded or written again; send the hash that was signed as \
                x-amz-content-sha256; see which Content-Type and Content-Length the HTTP library writes itself. Update \(call.program), or \
                turn compression off there.
                """)
        },
        ContrastAdvice([.size], [.signature], rulesOut: [.keys, .environment, .path]) { call in
            Remedy(
                """
                \(call.contrast.works.map { "\($0.beginningSentence) gets through" } ?? "The rest gets through"), so keys, clock and path are right. What \
                is larger goes another way: in ranges (a Range header that is signed), in parts or chunks, with Expect: 100-continue, compressed. A \
                proxy, filter or gateway between that drops or changes such a header breaks the signature: call once past it, from \
                another network; let it pass Range, Content-Encoding and Expect as they come, or raise the size from which the client splits.
                """,
                command: call.isOfAWSCLI ? "aws configure set default.s3.multipart_threshold 1GB" : nil)
        },
        ContrastAdvice([.characters], [.signature], rulesOut: [.keys, .environment, .path], defers: []) { call in
            call.colonOfModel
            Remedy(
                """
                Only \(call.contrast.fails ?? "other names and texts") fail, so keys, clock and region are right: it is how these characters are encoded. \
                Every byte of UTF-8 but A-Z a-z 0-9 - . _ ~ is written as %XX in capitals, a blank as %20 (not +), and * ! ' ( ) too (%2A %21 %27 %28 \
                %29), which encodeURIComponent leaves bare; once, and alike in the URL that is sent and in the canonical request. A client, plugin or \
                gateway that signs the decoded form and sends the encoded one does this: update \(call.program), encode before it signs, or keep these \
                characters out.
                """)
        },
        ContrastAdvice([.network], [.signature], rulesOut: [.keys, .environment]) { call in
            Remedy(
                """
                \(call.contrast.works.map { "By \($0) it works" } ?? "It fails behind \(call.fails) only"): keys, clock and client are right, and something on the way changes what \
                was signed. It drops or writes a header (Range, Accept-Encoding, User-Agent, Connection, Content-Type), Host, the path or the query. \
                Let what opens TLS on the way pass AWS's hosts untouched (an exception from inspection, NO_PROXY), sign for the host that AWS sees, and \
                keep headers that it writes out of SignedHeaders.
                """)
        },
        ContrastAdvice([.operation, .service, .model, .streaming], [.signature], rulesOut: [.keys, .environment]) {
            call in
            Remedy(
                """
                \(call.Works) gets through: \(call.keysAreGood). What differs is the host, the service's name in the scope, and the path: one with : or % \
                or an ARN in it is encoded once more for the signature than it is sent (for S3 it is not), and clients differ in that. Compare the \
                path that the client signs with the one in the service's canonical request, and update \(call.program).
                """)
        },
        ContrastAdvice([.region], [.signature], rulesOut: [.keys, .environment]) { call in
            Remedy(
                """
                In \(call.works) it works: \(call.keysAreGood). What differs is the region: the scope that was signed must name that of the host which \
                is called. Set both by one setting, and see that no proxy or endpoint of the first region is left.
                """)
        },
        ContrastAdvice([.place], [.signature, .keys]) { call in
            Remedy(
                """
                \(call.worksThere), so the code is right, and what differs is what \(call.fails) holds: look there, in the \
                process that calls. Quotes or a line break around the secret (an env file keeps quotes, echo | base64 adds a line break), a /, + or $ \
                that was eaten, another pair that wins (a role's variables, AWS_SESSION_TOKEN of the machine), its clock, or a proxy.
                """,
                .doctor(.env))
        },
        ContrastAdvice([.chance, .time], [.signature], rulesOut: [.keys, .environment]) { call in
            if call.isFirstOfMany { return laterBodies(call) }
            return Remedy(
                """
                The same call gets through at other times, so key id and secret are right. What varies decides: a retry that sends the old \
                signature with a new date or body, a connection or a header that a proxy changes, one of several machines whose clock or keys are off, \
                or a value that holds +, / or = now and then. Let each attempt be signed anew, and compare one that fails with one that does not.
                """)
        },
        ContrastAdvice([.credentials], [.signature], rulesOut: [.pair, .path]) { call in
            call.contrast.fails == Contrast.temporary
                ? call.sessionToken
                : Remedy(
                    """
                    With \(call.works) it works, and with \(call.fails) it does not: host, path and body are right. Temporary credentials are three values of one session: \
                    key id, secret and session token, which is sent as x-amz-security-token and signed with the rest.
                    """)
        },
    ]

    /// The first call gets through, and those that follow it in the same conversation do not.
    private static func laterBodies(_ call: ContrastCase) -> Remedy {
        Remedy(
            """
            The first request gets through, so keys, clock, region, host and service are right. What the later ones add is in their body or their headers: the \
            conversation so far, with the model's own words in it. Text that is not ASCII and is signed as other bytes than are sent, a body that is written anew, compressed or \
            stripped behind the signer, a header that is signed and changed on the way (Connection, Content-Length, a session's id), or a signature used twice. Compare the \
            canonical request of the first with that of the second; send the second with plain ASCII text to see whether it is the text; and update \(call.program).
            """)
    }
}

extension ContrastCase {
    /// Whether what works is the first of several requests.
    fileprivate var isFirstOfMany: Bool {
        let words = contrast.evidence.lowercased()
        return ["first", "initial"].contains(where: words.contains)
            && ["message", "request", "call", "prompt", "turn", "first one"].contains(where: words.contains)
    }

    /// What is left where the same request gets through with a permanent key.
    ///
    /// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html> (some services take the token
    /// behind the signature), <https://docs.aws.amazon.com/iot/latest/developerguide/protocols.html> (AWS IoT's URLs).
    fileprivate var sessionToken: Remedy {
        let isOfDevice =
            scene.service?.value.hasPrefix("iot") ?? false || WordText(text).has("iot|mqtt|iotdevicegateway")
        let others =
            "For other services the token is a signed header (x-amz-security-token) or a signed parameter of the query."
        let how =
            isOfDevice
            ? """
            Presign the URL without the session token, and append &X-Amz-Security-Token=... (encoded) afterwards: AWS IoT wants the token outside of the signature. \(others)
            """
            : """
            Send all three values of one session: x-amz-security-token goes with the request, and it is among the signed headers (in a presigned URL X-Amz-Security-Token is one of the parameters that are signed). AWS \
            IoT alone takes it appended to the URL after signing.
            """
        return Remedy(
            """
            \(how) With permanent keys the same request gets through, so secret, host, path and the way of signing are right, and what the temporary ones add is the session token.
            """)
    }

    fileprivate var isOfAWSCLI: Bool { scene.sdk?.value == "AWS CLI" }
}

extension ContrastCase {
    /// What to do where the character is the one of Bedrock's ids.
    fileprivate var colonOfModel: Remedy? {
        guard contrast.evidence.lowercased().contains("model") else { return nil }
        return Remedy(
            """
            Encode the path once more for the signature than it is sent: the ids that fail have a colon, and those without one get through, so keys, clock and region are right. Where the URL goes out with %3A, the canonical request has %253A; where the colon is sent \
            bare, %3A. A signer that signs the path as it sends it does this wrongly for every service but S3: update \(program), or build the path so that %3A is sent and %253A signed.
            """)
    }
}
