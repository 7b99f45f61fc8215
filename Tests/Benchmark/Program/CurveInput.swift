/// A kind of input that can be made of any length: what people paste, and what somebody could who wants the program to hang.
struct CurveInput: Sendable {
    let name: String
    /// Makes about so many bytes of it.
    let make: @Sendable (_ bytes: Int) -> String

    /// The same text again and again.
    private init(_ name: String, repeating text: String, behind start: String = "") {
        self.name = name
        make = { bytes in start + String(repeating: text, count: max(1, bytes / text.utf8.count)) }
    }

    /// Pieces that each have a number.
    private static func pieces(_ name: String, _ piece: @escaping @Sendable (_ number: Int) -> String) -> CurveInput {
        CurveInput(name) { bytes in many(bytes, piece) }
    }

    private init(_ name: String, _ make: @escaping @Sendable (_ bytes: Int) -> String) {
        self.name = name
        self.make = make
    }

    static let all = runs + logs + exchanges

    /// One text over and over, mostly in one line.
    private static let runs: [CurveInput] = [
        CurveInput("one character", repeating: "#"), CurveInput("one letter", repeating: "a"),
        CurveInput("blanks", repeating: " ", behind: "x"), CurveInput("empty lines", repeating: "\n", behind: "x"),
        CurveInput("short lines", repeating: "a\n"), CurveInput("Invalid '", repeating: "Invalid '"),
        CurveInput("messages.", repeating: "messages."), CurveInput("{\"a\":", repeating: "{\"a\":"),
        CurveInput("deep JSON") { bytes in
            String(repeating: "{\"a\":", count: bytes / 6) + "1" + String(repeating: "}", count: bytes / 6)
        },
        CurveInput("\"message\":\"", repeating: "\"message\":\""), CurveInput("<Error>", repeating: "<Error>"),
        CurveInput("<Message>", repeating: "<Message>"), CurveInput("x-amz-", repeating: "x-amz-"),
        CurveInput("arn:aws:", repeating: "arn:aws:"), CurveInput("/model/a", repeating: "/model/a"),
        CurveInput("escapes of a URL", repeating: "a%20"), CurveInput("escaped escapes", repeating: "%25"),
        CurveInput("base64", repeating: "QW4gZXJyb3Igb2NjdXJyZWQgKFRocm90dGxpbmcp"),
        CurveInput("backslashes", repeating: "\\n/"), CurveInput("quotes", repeating: "\""),
        CurveInput("Request {", repeating: "Request {"), CurveInput("curl \\", repeating: "curl -H 'a: b' \\\n"),
        CurveInput("hosts", repeating: "bedrock-runtime.us-east-1.amazonaws.com "),
        CurveInput("words of a denial", repeating: "access denied not authorized "),
        CurveInput("switch to", repeating: "switch to "), CurveInput("(Service: ", repeating: "(Service: "),
        CurveInput("accents", repeating: "e\u{301}"), CurveInput("dots", repeating: "word... "),
        CurveInput("POST, then /", repeating: "POST\n/\n"), CurveInput("request lines", repeating: "GET / HTTP/1.1\n"),
        CurveInput("status lines", repeating: "HTTP/1.1 403 F\n\n"),
    ]

    /// Logs with many records, and with many failures.
    private static let logs: [CurveInput] = [
        CurveInput(
            "botocore, one call, many hooks", repeating: DebugLog.hook, behind: DebugLog.call(0, isRefused: true)),
        CurveInput("botocore, many refusals") { bytes in many(bytes) { DebugLog.call($0, isRefused: true) } },
        CurveInput("botocore, many answers") { bytes in many(bytes) { DebugLog.call($0, isRefused: false) } },
        CurveInput.pieces("JavaScript, many refusals") { number in
            """
            AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/App/s\(number) is not authorized to perform: \
            bedrock:InvokeModel
                at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:388:20) {
              '$fault': 'client',
              '$metadata': {
                httpStatusCode: 403,
                attempts: 1
              }
            }

            """
        },
        CurveInput.pieces("JSON lines, many refusals") { number in
            """
            {"timestamp":"2026-11-24T20:26:44Z","level":"ERROR","message":"An error occurred (ThrottlingException) when calling \
            the Converse operation: Too many requests, \(number)"}

            """
        },
        CurveInput.pieces("Go, many refusals") { number in
            """
            2026/11/24 20:26:44 operation error Bedrock Runtime: Converse, https response error StatusCode: 403, RequestID: \
            \(number), AccessDeniedException: You don't have access to the model with the specified model ID.

            """
        },
        CurveInput.pieces("Python, many tracebacks") { number in
            """
            Traceback (most recent call last):
              File "/app/chat.py", line \(number), in main
                client.converse(modelId='x')
            botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the Converse \
            operation: messages.\(number).content.0 is not valid

            """
        },
        CurveInput.pieces("CloudTrail, many records") { number in
            """
            {"eventTime":"2026-11-24T20:26:44Z","eventSource":"bedrock.amazonaws.com","eventName":"Converse","awsRegion":\
            "us-east-1","errorCode":"AccessDenied","errorMessage":"User: arn:aws:sts::123456789012:assumed-role/App/s\(number) \
            is not authorized to perform: bedrock:InvokeModel"}

            """
        },
    ]

    /// Exchanges with something long in them.
    private static let exchanges: [CurveInput] = [
        CurveInput.pieces("many exchanges") { number in
            let body = "{\"message\":\"Forbidden \(number)\"}"
            return exchange(header: "X-Number: \(number)\r\n", answer: body)
        },
        CurveInput("a long path") { bytes in exchange(path: String(repeating: "a", count: bytes)) },
        CurveInput("many segments") { bytes in exchange(path: String(repeating: "a%2F/", count: bytes / 5)) },
        CurveInput("a long query") { bytes in exchange(path: "x?" + String(repeating: "a=b&", count: bytes / 4)) },
        CurveInput("many headers") { bytes in exchange(header: many(bytes) { "X-H\($0): v\r\n" }) },
        CurveInput("a long body") { bytes in
            exchange(header: "Content-Length: \(bytes)\r\n", body: String(repeating: "b", count: bytes))
        },
        CurveInput("a long answer") { bytes in exchange(answer: String(repeating: "<p>x</p>", count: bytes / 8)) },
        CurveInput("chunks") { bytes in
            "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n"
                + String(repeating: "1\r\na\r\n", count: bytes / 6) + "0\r\n\r\n"
        },
        CurveInput("a long echo") { bytes in
            exchange(
                answer: """
                    {"message":"The request signature we calculated does not match the signature you provided.\\n\\nThe Canonical \
                    String for this request should have been\\n'POST\\n/model/x/converse\\n\\nhost:a\\nx-long:\
                    \(String(repeating: "v", count: bytes))\\n\\nhost;x-long\\n\(String(repeating: "a", count: 64))'"}
                    """)
        },
    ]

    private static func many(_ bytes: Int, _ piece: (Int) -> String) -> String {
        var text = ""
        var number = 0
        while text.utf8.count < bytes {
            text += piece(number)
            number += 1
        }
        return text
    }

    /// A signed request and its refusal.
    private static func exchange(
        path: String = "amazon.nova-micro-v1:0/converse", header: String = "", body: String = "",
        answer: String =
            #"{"message":"The request signature we calculated does not match the signature you provided."}"#
    ) -> String {
        "POST /model/\(path) HTTP/1.1\r\nHost: bedrock-runtime.us-east-1.amazonaws.com\r\nX-Amz-Date: 20261124T202644Z\r\n"
            + "Authorization: AWS4-HMAC-SHA256 Credential=ASIAIOSFODNN7EXAMPLE/20261124/us-east-1/bedrock/aws4_request, "
            + "SignedHeaders=host;x-amz-date, Signature=\(String(repeating: "a", count: 64))\r\n\(header)\r\n\(body)\r\n"
            + "HTTP/1.1 403 Forbidden\r\nx-amzn-ErrorType: InvalidSignatureException\r\nContent-Length: \(answer.utf8.count)\r\n\r\n"
            + answer + "\r\n"
    }
}
